import { expect, it } from 'vitest'
import { jawPathBySight, LOOKED_AT, plainJawPath, type SeenOpenings } from './jaw-path'

/** A photo on which every slit is seen, and a painting on which lips seem shut until they are 7 mm apart. */
const SHARP = still(LOOKED_AT.map((drop) => 100 * drop))
const SOFT = still(LOOKED_AT.map((drop) => 1 + 100 * Math.max(0, drop - 0.04)))
const OPENINGS = Array.from({ length: 111 }, (_, i) => i / 100)

function still(gaps: number[]): SeenOpenings {
  return { gaps, unrest: 0 }
}

it('moves the jaw less on a face whose mouth is seen to move at once', () => {
  const [sharp, soft] = [SHARP, SOFT].map(jawPathBySight)
  expect(sharp(1)).toBeLessThan(0.7 * plainJawPath(1))
  expect(soft(1)).toBe(plainJawPath(1))
})

it('opens where nothing of a small opening would be seen, most of the way to where it would be', () => {
  const [sharp, soft] = [SHARP, SOFT].map(jawPathBySight)
  expect(soft(0.3)).toBeGreaterThan(0.037)
  expect(soft(0.3)).toBeLessThan(0.047)
  expect(sharp(0.3)).toBeCloseTo(0.3 * sharp(1), 3)
})

it('moves the jaw further where closed lips seem to part as the head turns', () => {
  const [quiet, restless] = [SHARP, { ...SHARP, unrest: 1 }].map(jawPathBySight)
  expect(restless(1)).toBeGreaterThan(1.2 * quiet(1))
})

it('begins closed, and rises without a leap', () => {
  const noisy = { gaps: [4, 1, 9, 8, 20, 19], unrest: 3 }
  for (const seen of [SHARP, SOFT, noisy, still(LOOKED_AT.map(() => 3))]) {
    const drops = OPENINGS.map(jawPathBySight(seen))
    const steps = drops.slice(1).map((drop, i) => drop - drops[i])
    expect(drops[0]).toBe(0)
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0)
    // A hundredth of the opening, at most a tenth of the way.
    expect(Math.max(...steps)).toBeLessThan(plainJawPath(1) / 10)
  }
})
