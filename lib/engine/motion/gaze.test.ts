import { describe, expect, it } from 'vitest'
import { FPS } from '../types'
import { Gaze } from './gaze'
import { seededRandom } from './random'

/** Degrees right and down, one pair a frame. */
function look(seconds: number, aversion: number) {
  const gaze = new Gaze(seededRandom(4))
  return Array.from({ length: seconds * FPS }, (_, i) => {
    gaze.plan(i / FPS, aversion)
    return gaze.at(i / FPS)
  })
}

/** Seconds between the frames at which eyes that were at rest begin to move. */
function fixations(path: ReturnType<typeof look>): number[] {
  const starts = path.flatMap(({ right }, i) => (i > 0 && right !== path[i - 1].right ? [i / FPS] : []))
  return starts.slice(1).map((time, i) => time - starts[i])
}

describe('Gaze', () => {
  it('rests on a point for 0.2 to 1.6 s and then jumps within a frame', () => {
    const rests = fixations(look(120, 0.3))
    expect(rests.length).toBeGreaterThan(100)
    expect(Math.min(...rests)).toBeGreaterThanOrEqual(0.2)
    expect(Math.max(...rests)).toBeLessThan(1.7)
  })

  it('stays near the viewer and looks away the more often the more it is averse', () => {
    const away = (aversion: number) => {
      const path = look(120, aversion)
      expect(Math.max(...path.map(({ right, down }) => Math.hypot(right, down)))).toBeLessThan(4.1)
      return path.filter(({ right, down }) => Math.hypot(right, down) > 1.5).length / path.length
    }
    expect(away(0.1)).toBeLessThan(0.2)
    expect(away(0.6)).toBeGreaterThan(2 * away(0.1))
  })
})
