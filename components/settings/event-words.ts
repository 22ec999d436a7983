import type { VideoEvent } from '@/lib/webhooks/schema'

/** What a webhook hears of, in a few words. */
export function eventWords(events: VideoEvent[]): string {
  const [completed, failed] = [events.includes('video.completed'), events.includes('video.failed')]
  if (completed && failed) return 'Finished and failed videos'
  return completed ? 'Finished videos' : 'Failed videos'
}

/** What became of a delivery, in a word or two. */
export const DELIVERY_WORDS = {
  pending: 'Not delivered yet',
  delivered: 'Delivered',
  failed: 'Given up',
} as const
