/** What every symbol takes at least, whatever the pace: one unit of the voices' durations. */
const SHORTEST = 1

/**
 * How many units each symbol takes at a rate of speech (1.2 is a fifth more words a minute): whole numbers of at least
 * one that together are `1 / rate` of what they are at rate 1, as far as that can be. Only what is above the minimum is
 * stretched or shrunk (Klatt 1976), so that pauses and long vowels give more than stops and flaps. What is rounded off one
 * is given to the next, because two units rounded alone would all lose half at once.
 * @param natural predicted units at rate 1, unrounded
 */
export function pacedUnits(natural: readonly number[], rate: number): number[] {
  const plain = natural.map((units) => Math.max(SHORTEST, units))
  const all = plain.reduce((sum, units) => sum + units, 0)
  const least = SHORTEST * plain.length
  const stretch = Math.max(0, (all / rate - least) / Math.max(all - least, Number.EPSILON))
  let due = 0
  let given = 0
  return plain.map((units) => {
    due += SHORTEST + (units - SHORTEST) * stretch
    const whole = Math.max(SHORTEST, Math.round(due - given))
    given += whole
    return whole
  })
}
