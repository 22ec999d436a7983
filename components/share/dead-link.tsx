import { When } from '@/components/ui/when'
import { sentenceWith } from '@/components/words/sentence'
import { requestWords } from '@/lib/words/request-language'
import { shareGateWords } from '@/lib/words/share-gate'
import { Curtain } from './curtain'

/** A link that shows nothing: what happened to it, and whom to ask. Without a name nobody knows the link. */
export async function DeadLink({
  sharedBy,
  endedAt,
}: {
  sharedBy?: string
  /** When its time was over, in unix seconds. */
  endedAt?: number
}) {
  const words = await requestWords(shareGateWords)
  if (!sharedBy) {
    return (
      <Curtain title={words.unknown}>
        <p>{words.unknownWhy}</p>
      </Curtain>
    )
  }
  return endedAt === undefined ? (
    <Curtain title={words.takenBack}>
      <p>{words.takenBackWhy(sharedBy)}</p>
    </Curtain>
  ) : (
    <Curtain title={words.expired}>
      <p>{sentenceWith((time) => words.expiredWhy(sharedBy, time), <When at={endedAt} />)}</p>
    </Curtain>
  )
}
