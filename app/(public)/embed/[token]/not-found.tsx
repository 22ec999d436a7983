import { EmbedCover } from '@/components/share/embed-cover'
import { requestWords } from '@/lib/words/request-language'
import { shareGateWords } from '@/lib/words/share-gate'

export default async function EmbedNotFound() {
  return <EmbedCover sentence={(await requestWords(shareGateWords)).embedEnded} />
}
