import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FPS, type MouthFrame } from '../types'
import { createAnimator } from './animator'

const mouthFrame = fc.record<MouthFrame>({
  open: fc.double({ min: 0, max: 1.1, noNaN: true }),
  round: fc.double({ min: -1, max: 1, noNaN: true }),
  press: fc.double({ min: 0, max: 1, noNaN: true }),
  tuck: fc.double({ min: 0, max: 1, noNaN: true }),
  loud: fc.double({ min: 0, max: 1, noNaN: true }),
  energy: fc.double({ min: 0, max: 1, noNaN: true }),
})
const silence: MouthFrame = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }

describe('createAnimator', () => {
  it('gives one pose a frame, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.array(mouthFrame, { maxLength: 60 }), fc.integer(), (mouth, seed) => {
        const poses = mouth.map(createAnimator({ seed }))
        expect(poses).toHaveLength(mouth.length)
        expect(mouth.map(createAnimator({ seed }))).toEqual(poses)
        const half = mouth.slice(0, mouth.length / 2)
        expect(half.map(createAnimator({ seed }))).toEqual(poses.slice(0, half.length))
      }),
    )
  })

  it('keeps every pose within what a head can do', () => {
    const degree = Math.PI / 180
    fc.assert(
      fc.property(fc.array(mouthFrame, { maxLength: 200 }), fc.integer(), (mouth, seed) => {
        for (const pose of mouth.map(createAnimator({ seed }))) {
          expect(Math.abs(pose.yaw)).toBeLessThan(5 * degree)
          expect(Math.abs(pose.pitch)).toBeLessThan(5 * degree)
          expect(Math.abs(pose.roll)).toBeLessThan(4 * degree)
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

  it('keeps the mouth shut in silence while the head and lids go on living', () => {
    const poses = Array.from({ length: 20 * FPS }, () => silence).map(createAnimator({ seed: 9 }))
    expect(Math.max(...poses.map(({ jaw }) => jaw))).toBe(0)
    const yaws = poses.map(({ yaw }) => yaw)
    expect(Math.max(...yaws) - Math.min(...yaws)).toBeGreaterThan(0.02)
    const shuts = poses.filter(({ blink }, i) => blink === 1 && (poses[i - 1]?.blink ?? 0) < 1)
    expect(shuts.length).toBeGreaterThanOrEqual(3)
    expect(shuts.length).toBeLessThanOrEqual(12)
  })

  it('moves the head less where the range is smaller', () => {
    const mouth = Array.from({ length: 100 }, () => silence)
    const sway = (headRange: number) =>
      Math.max(...mouth.map(createAnimator({ seed: 1, headRange })).map(({ yaw }) => Math.abs(yaw)))
    expect(sway(0.4)).toBeCloseTo(0.4 * sway(1), 6)
  })
})
