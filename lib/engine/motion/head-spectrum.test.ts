import { expect, it } from 'vitest'
import { createSpeaker } from '../speech/speak'
import { speakScript } from '../spoken-parts'
import { type Delivery, FPS } from '../types'
import { Animator } from './animator'
import type { Pose } from './pose'

const SCRIPT =
  'People who talk move their heads all the time, and hardly know it. They nod where they stress a word, and they turn ' +
  'when a thought is done. Between two sentences the head comes to rest for a moment, and then it goes on.'

/** Hz: the slow, ordinary and rapid movements that Hadar, Steiner, Grant & Rose 1983 found in heads of speakers. */
const BANDS = { slow: [0.2, 1.8], ordinary: [1.8, 3.7], rapid: [3.7, 7], faster: [7, FPS / 2] } as const

async function speak(seed: number): Promise<Pose[]> {
  const animator = new Animator({ seed })
  const poses: Pose[] = []
  let delivery: Delivery = { performance: [], stresses: null }
  const speaker = createSpeaker({ voicesDir: 'assets/voices' })
  for await (const part of speakScript(speaker, SCRIPT, { voice: 'marcus', seed })) {
    delivery = part.delivery
    poses.push(...animator.add(part.mouth, delivery))
  }
  return [...poses, ...animator.finish(delivery)]
}

it('has the bands of people who speak: most slow, some at the rate of syllables, next to nothing rapid', async () => {
  const poses = await speak(1)
  for (const axis of ['yaw', 'pitch', 'roll'] as const) {
    const { slow, ordinary, rapid, faster } = bandPowers(poses.map((pose) => pose[axis]))
    const all = slow + ordinary + rapid + faster
    expect(slow / all, axis).toBeGreaterThan(0.8)
    expect(rapid / all, axis).toBeLessThan(0.02)
    expect(faster / all, axis).toBeLessThan(0.001)
    if (axis === 'pitch') expect(ordinary / all).toBeGreaterThan(0.02)
  }
})

/** Power in each band of a curve less its mean, under a Hann window. */
function bandPowers(curve: number[]): Record<keyof typeof BANDS, number> {
  const mean = curve.reduce((sum, value) => sum + value, 0) / curve.length
  const windowed = curve.map(
    (value, i) => (value - mean) * Math.sin((Math.PI * (i + 0.5)) / curve.length) ** 2,
  )
  const powers = Array.from({ length: curve.length / 2 }, (_, k) => {
    const at = (wave: (angle: number) => number) =>
      windowed.reduce((sum, value, i) => sum + value * wave((2 * Math.PI * k * i) / curve.length), 0)
    return at(Math.cos) ** 2 + at(Math.sin) ** 2
  })
  const within = ([from, to]: readonly [number, number]) =>
    powers.reduce((sum, power, k) => {
      const hertz = (k * FPS) / curve.length
      return hertz >= from && hertz < to ? sum + power : sum
    }, 0)
  return {
    slow: within(BANDS.slow),
    ordinary: within(BANDS.ordinary),
    rapid: within(BANDS.rapid),
    faster: within(BANDS.faster),
  }
}
