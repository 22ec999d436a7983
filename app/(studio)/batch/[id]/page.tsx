import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { BatchRoom } from '@/components/batch/batch-room'
import { requireMember } from '@/lib/auth/session'
import { findBatch } from '@/lib/batches/data'
import { StudioError } from '@/lib/boson/errors'

type Props = { params: Promise<{ id: string }> }

const batchOf = cache(async (id: string) => {
  const { teamId } = await requireMember(`/batch/${id}`)
  try {
    return await findBatch(teamId, id)
  } catch (error) {
    if (error instanceof StudioError && error.type === 'not_found') return null
    throw error
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await batchOf((await params).id))?.title }
}

export default async function BatchPage({ params }: Props) {
  const batch = await batchOf((await params).id)
  if (!batch) notFound()
  return <BatchRoom initial={batch} />
}
