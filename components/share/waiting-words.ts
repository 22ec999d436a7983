import { duration } from '@/components/ui/text'
import type { SharedVideo } from '@/lib/share/shared-video'

/** How far a film is that there is nothing to see of yet. */
export function waitingWords({ status, seconds_left }: SharedVideo, lost: boolean): string {
  if (lost) return 'The studio cannot be reached. Trying again.'
  const left = seconds_left === null ? '' : `, about ${duration(seconds_left)} left`
  return status === 'queued' ? `Waiting for its turn${left}` : `Being made${left}`
}
