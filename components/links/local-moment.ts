/** A moment (unix seconds) as a field for date and time has it: in the reader's own zone, to the minute. */
export function localMoment(at: number): string {
  const date = new Date(at * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** What such a field holds, in unix seconds. */
export function unixOf(moment: string): number {
  return Math.floor(new Date(moment).getTime() / 1000)
}
