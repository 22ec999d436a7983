import { When } from '@/components/ui/when'
import { Curtain } from './curtain'

/** A link that shows nothing: what happened to it, and whom to ask. Without a name nobody knows the link. */
export function DeadLink({
  sharedBy,
  endedAt,
}: {
  sharedBy?: string
  /** When its time was over, in unix seconds. */
  endedAt?: number
}) {
  if (!sharedBy) {
    return (
      <Curtain title="Nothing is shown here">
        <p>
          The link has been given a new address, its video was deleted, or it was not copied whole. Ask
          whoever sent it for a new one.
        </p>
      </Curtain>
    )
  }
  return endedAt === undefined ? (
    <Curtain title="This link was taken back">
      <p>
        {sharedBy} shared a video here and has since stopped sharing it. Ask {sharedBy} for a new link.
      </p>
    </Curtain>
  ) : (
    <Curtain title="This link has expired">
      <p>
        {sharedBy} shared a video here for a time, which ended <When at={endedAt} />. Ask {sharedBy} for a new
        link.
      </p>
    </Curtain>
  )
}
