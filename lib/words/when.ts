import { catalogue } from './catalogue'

/** When something was or will be, as it stands in a sentence. */
export const whenWords = catalogue(
  {
    justNow: 'just now',
    minutesAgo: (count: number) => `${count} min ago`,
    hoursAgo: (count: number) => `${count} h ago`,
    inMinutes: (count: number) => `in ${count} min`,
    inHours: (count: number) => `in ${count} h`,
    onDay: (day: string) => day,
  },
  {
    de: {
      justNow: 'gerade eben',
      minutesAgo: (count) => `vor ${count} Min.`,
      hoursAgo: (count) => `vor ${count} Std.`,
      inMinutes: (count) => `in ${count} Min.`,
      inHours: (count) => `in ${count} Std.`,
      onDay: (day) => `am ${day}`,
    },
  },
)
