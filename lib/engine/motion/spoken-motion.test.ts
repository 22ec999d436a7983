import { describe, expect, it } from 'vitest'
import { VOWELS } from '../speech/alphabet'
import { createSpeaker } from '../speech/speak'
import { type SpokenPart, speakScript } from '../spoken-parts'
import { FPS } from '../types'
import { mouthFromRecording } from '../visemes/mouth-from-recording'
import { Animator, animate } from './animator'
import type { Pose } from './pose'

const DEGREE = Math.PI / 180
const speaker = createSpeaker({ voicesDir: 'assets/voices' })
const SCRIPT =
  'The dog and the cat sat on a big red mat. We can go to the park if it is dry, but I would stay at home in the ' +
  'rain. My friend said that the best way to learn is to fail, and then to try it once more.'

const OPTIONS = { voice: 'chloe', seed: 1 }

async function say(script: string): Promise<SpokenPart[]> {
  const parts: SpokenPart[] = []
  for await (const part of speakScript(speaker, script, OPTIONS)) parts.push(part)
  return parts
}

/** The poses of a speech, in the portions it comes in. */
function perform(parts: SpokenPart[], seed: number): Pose[] {
  const animator = new Animator({ seed })
  const poses = parts.flatMap(({ mouth, delivery }) => animator.add(mouth, delivery))
  return [...poses, ...animator.finish(lastOf(parts).delivery)]
}

const plain = say(SCRIPT)
const utterance = speaker.speak(SCRIPT, OPTIONS)

describe('a face that speaks', () => {
  it('nods on stressed syllables, not between them, also where only the sound is known', async () => {
    const speech = await plain
    const stresses = lastOf(speech).delivery.stresses ?? []
    expect(stresses.length).toBeGreaterThan(15)
    const heard = [...mouthFromRecording(await utterance, perform(speech, 1).length)].flat()
    const performances: [poses: Pose[], least: number][] = [
      [perform(speech, 1), 0.25],
      [perform(speech, 2), 0.25],
      [animate(heard, { seed: 3 }), 0.12],
    ]
    for (const [poses, least] of performances) {
      const nodding = withoutDrift(poses.map(({ pitch }) => pitch))
      const stressed = nodding.map((_, i) =>
        stresses.reduce((sum, time) => sum + Math.exp(-(((i / FPS - time) / 0.1) ** 2)), 0),
      )
      const later = (frames: number) =>
        correlation(nodding.slice(20 + frames, frames - 20), stressed.slice(20, -20))
      expect(later(1)).toBeGreaterThan(least)
      expect(later(-6)).toBeLessThan(0)
      expect(later(8)).toBeLessThan(0)
    }
  })

  it('never has its lids closed on a vowel', async () => {
    const speech = await plain
    const vowels = (await utterance).phones.filter(({ symbol }) => VOWELS.has(symbol))
    let closed = 0
    for (let seed = 1; seed <= 12; seed++) {
      for (const [i, { blink }] of perform(speech, seed).entries()) {
        if (blink < 1) continue
        closed++
        const nucleus = vowels.find(
          ({ start, end }) => Math.abs((i + 0.5) / FPS - (start + end) / 2) < (end - start) / 4,
        )
        expect(nucleus, `seed ${seed}, frame ${i}`).toBeUndefined()
      }
    }
    expect(closed).toBeGreaterThan(24)
  })

  it('changes with emotion and style', async () => {
    const spoken = async (tag: string) => measure(perform(await say(`<|${tag}|>${SCRIPT}`), 1))
    const calm = measure(perform(await plain, 1))
    const [joy, sadness, anger, whisper, shout] = await Promise.all([
      spoken('emotion:elation'),
      spoken('emotion:sadness'),
      spoken('emotion:anger'),
      spoken('style:whispering'),
      spoken('style:shouting'),
    ])
    expect(joy.speed).toBeGreaterThan(1.15 * calm.speed)
    expect(joy.brow).toBeGreaterThan(calm.brow + 0.1)
    expect(joy.round).toBeLessThan(calm.round - 0.1)
    expect(sadness.speed).toBeLessThan(0.7 * calm.speed)
    expect(sadness.pitch).toBeGreaterThan(calm.pitch + 1)
    expect(anger.yawSpread).toBeLessThan(0.8 * calm.yawSpread)
    expect(anger.brow).toBeLessThan(-0.3)
    expect(whisper.speed).toBeLessThan(0.7 * calm.speed)
    expect(shout.speed).toBeGreaterThan(1.25 * calm.speed)
  })
})

function lastOf<T>(list: T[]): T {
  return list[list.length - 1]
}

/** Means over a performance; degrees, and degrees a second. */
function measure(poses: Pose[]) {
  const pitches = poses.map(({ pitch }) => pitch / DEGREE)
  return {
    speed: mean(pitches.slice(1).map((pitch, i) => Math.abs(pitch - pitches[i]) * FPS)),
    pitch: mean(pitches),
    yawSpread: spread(poses.map(({ yaw }) => yaw / DEGREE)),
    brow: mean(poses.map(({ brow }) => brow)),
    round: mean(poses.map(({ round }) => round)),
  }
}

/** Each value less the mean of the second around it. */
function withoutDrift(values: number[]): number[] {
  return values.map((value, i) => value - mean(values.slice(Math.max(0, i - 12), i + 13)))
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function spread(values: number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

/** Pearson's. */
function correlation(a: number[], b: number[]): number {
  const [ma, mb] = [mean(a), mean(b)]
  return mean(a.map((value, i) => (value - ma) * (b[i] - mb))) / (spread(a) * spread(b))
}
