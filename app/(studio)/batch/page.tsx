import type { Metadata } from 'next'
import { asCustomVoice } from '@/components/api/voices'
import { NewBatch } from '@/components/batch/new-batch'
import { requireMember } from '@/lib/auth/session'
import { listBatches } from '@/lib/batches/data'
import { listBatchesSchema } from '@/lib/batches/schema'
import { env } from '@/lib/env'
import { provider } from '@/lib/provider/choose'
import { engineOffers } from '@/lib/videos/offers'
import { listVoices } from '@/lib/voices/data'
import { batchWords } from '@/lib/words/batch'
import { requestWords } from '@/lib/words/request-language'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(batchWords)).title }
}

export default async function BatchPage() {
  const { teamId } = await requireMember('/batch')
  const [voices, custom, [engine], past] = await Promise.all([
    provider(env.provider).voices(),
    listVoices(teamId),
    engineOffers(),
    listBatches(teamId, listBatchesSchema.parse({})),
  ])
  const all = [...voices.map(({ id, name }) => ({ id, name })), ...custom.map(asCustomVoice)]
  return <NewBatch voices={all} engine={engine} slots={env.slots[engine.name]} past={past} />
}
