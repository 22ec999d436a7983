import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FPS, type MouthFrame } from '../types'
import { Animator, animate } from './animator'
import { seededRandom } from './random'

const mouthFrame = fc.record<MouthFrame>({
  open: fc.double({ min: 0, max: 1.1, noNaN: true }),
  round: fc.double({ min: -1, max: 1, noNaN: true }),
  press: fc.double({ min: 0, max: 1, noNaN: true }),
  tuck: fc.double({ min: 0, max: 1, noNaN: true }),
  loud: fc.double({ min: 0, max: 1, noNaN: true }),
  energy: fc.double({ min: 0, max: 1, noNaN: true }),
})
const silence: MouthFrame = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }
const silent = (seconds: number) => Array.from({ length: seconds * FPS }, () => silence)

/** Phrases of about four syllables a second, 2 s long, with pauses of 0.6 s. */
function phrases(seconds: number): MouthFrame[] {
  const random = seededRandom(8)
  let strength = 0
  return Array.from({ length: seconds * FPS }, (_, i) => {
    const time = i / FPS
    if (i % 6 === 0) strength = 0.4 + 0.6 * random()
    const said = time % 2.6 < 2 ? Math.sin((Math.PI * (i % 6)) / 6) ** 2 : 0
    const energy = time % 2.6 < 2 ? 0.6 : 0.2
    return { open: said * strength, round: 0, press: 0, tuck: 0, loud: said * (0.5 + 0.5 * strength), energy }
  })
}

const UNKNOWN = { performance: [], stresses: null }
const DEGREE = Math.PI / 180
const change = (values: number[]) => values.slice(1).map((value, i) => (value - values[i]) * FPS)
const most = (values: number[]) => Math.max(...values.map(Math.abs))
const power = (values: number[]) => values.reduce((sum, value) => sum + value * value, 0) / values.length

describe('Animator', () => {
  it('gives one pose a frame, the same for the same seed, in whatever portions frames come', () => {
    fc.assert(
      fc.property(fc.array(mouthFrame, { maxLength: 60 }), fc.integer(), fc.nat(60), (mouth, seed, cut) => {
        const poses = animate(mouth, { seed })
        expect(poses).toHaveLength(mouth.length)
        const animator = new Animator({ seed })
        const portions = [mouth.slice(0, cut), mouth.slice(cut)].map((part) => animator.add(part, UNKNOWN))
        expect([...portions.flat(), ...animator.finish(UNKNOWN)]).toEqual(poses)
      }),
    )
  })

  it('keeps every pose within what a head can do', () => {
    fc.assert(
      fc.property(fc.array(mouthFrame, { maxLength: 200 }), fc.integer(), (mouth, seed) => {
        for (const pose of animate(mouth, { seed })) {
          expect(Math.abs(pose.yaw)).toBeLessThan(5 * DEGREE)
          expect(Math.abs(pose.pitch)).toBeLessThan(5 * DEGREE)
          expect(Math.abs(pose.roll)).toBeLessThan(4 * DEGREE)
          expect(Math.abs(pose.gazeX)).toBeLessThan(6 * DEGREE)
          expect(Math.abs(pose.gazeY)).toBeLessThan(6 * DEGREE)
          expect(Math.abs(pose.brow)).toBeLessThanOrEqual(1)
          expect(Math.abs(pose.breath)).toBeLessThanOrEqual(1)
          expect(pose.jaw).toBeGreaterThanOrEqual(0)
          expect(pose.jaw).toBeLessThan(0.1)
          for (const share of [pose.blink, pose.press, pose.tuck, pose.close]) {
            expect(share).toBeGreaterThanOrEqual(0)
            expect(share).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })

  it('moves the head as fast as people do, and never by jerks', () => {
    for (const seed of [1, 2, 3]) {
      const poses = animate(phrases(60), { seed })
      for (const axis of ['yaw', 'pitch', 'roll'] as const) {
        const speeds = change(poses.map((pose) => pose[axis] / DEGREE))
        // Degrees a second, and a second squared: nods in conversation peak at some tens of degrees a second.
        expect(most(speeds)).toBeLessThan(60)
        expect(most(change(speeds))).toBeLessThan(900)
      }
    }
  })

  it('nods and turns while somebody speaks, and drifts in silence', () => {
    const nodding = (mouth: MouthFrame[]) =>
      power(change(animate(mouth, { seed: 5 }).map(({ pitch }) => pitch)))
    expect(nodding(phrases(30))).toBeGreaterThan(8 * nodding(silent(30)))
    const speeds = change(animate(silent(60), { seed: 5 }).map(({ yaw }) => yaw / DEGREE))
    expect(most(speeds)).toBeLessThan(6)
  })

  it('keeps the mouth shut in silence while the head and lids go on living', () => {
    const poses = animate(silent(20), { seed: 9 })
    expect(Math.max(...poses.map(({ jaw }) => jaw))).toBe(0)
    expect(Math.max(...poses.map(({ brow }) => brow))).toBe(0)
    const yaws = poses.map(({ yaw }) => yaw)
    expect(Math.max(...yaws) - Math.min(...yaws)).toBeGreaterThan(0.02)
    expect(blinksOf(poses).length).toBeGreaterThanOrEqual(3)
    expect(blinksOf(poses).length).toBeLessThanOrEqual(12)
  })

  it('blinks 15 to 25 times a minute while somebody speaks, at times that differ', () => {
    const blinks = [1, 2, 3, 4].map((seed) => blinksOf(animate(phrases(60), { seed })))
    const mean = blinks.reduce((sum, { length }) => sum + length, 0) / blinks.length
    expect(mean).toBeGreaterThan(15)
    expect(mean).toBeLessThan(25)
    expect(new Set(blinks.map(String)).size).toBe(blinks.length)
  })

  it('moves the head less where the range is smaller', () => {
    const sway = (headRange: number) =>
      Math.max(...animate(silent(4), { seed: 1, headRange }).map(({ yaw }) => Math.abs(yaw)))
    expect(sway(0.4)).toBeCloseTo(0.4 * sway(1), 6)
  })
})

/** Frames at which lids have shut. */
function blinksOf(poses: { blink: number }[]): number[] {
  return poses.flatMap(({ blink }, i) => (blink === 1 && i > 0 && poses[i - 1].blink < 1 ? [i] : []))
}
