import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeRecording } from '@/lib/engine/audio/decode-audio'
import { encodeWav } from '@/lib/engine/audio/wav'
import { normal, seededRandom } from '@/lib/engine/motion/random'
import type { Sound } from '@/lib/engine/types'
import { runFfmpeg } from '../engine/encoder-alone'

/** What happens to speech on its way into a recording. */
export const WAYS = ['clean', 'mp3', 'phone', 'noise 20', 'noise 10', 'room'] as const
export type Way = (typeof WAYS)[number]

/** @param dir takes the files that a codec goes through. */
export async function spoil(
  sound: Sound,
  way: Way,
  { ffmpeg, dir }: { ffmpeg: string; dir: string },
): Promise<Sound> {
  const through = async (file: string, ...parameters: string[]) => {
    await writeFile(join(dir, 'spoil.wav'), encodeWav(sound))
    await runFfmpeg(ffmpeg, '-i', join(dir, 'spoil.wav'), ...parameters, join(dir, file))
    return decodeRecording(join(dir, file))
  }
  switch (way) {
    case 'clean':
      return sound
    case 'mp3':
      return through('spoilt.mp3', '-b:a', '48k')
    case 'phone':
      return through('spoilt.wav', '-ar', '8000', '-c:a', 'pcm_mulaw')
    case 'noise 20':
      return withNoise(sound, 20)
    case 'noise 10':
      return withNoise(sound, 10)
    case 'room':
      return inRoom(sound)
  }
}

/** Pink noise, as many dB below the speech as said (Kellet's filter: three one-pole low-passes and the rest). */
function withNoise({ samples, sampleRate }: Sound, below: number): Sound {
  const random = seededRandom(7)
  let [slow, middle, fast] = [0, 0, 0]
  const noise = samples.map(() => {
    const white = normal(random)
    slow = 0.99765 * slow + 0.099046 * white
    middle = 0.963 * middle + 0.2965164 * white
    fast = 0.57 * fast + 1.0526913 * white
    return slow + middle + fast + 0.1848 * white
  })
  const gain = (rms(samples) / rms(noise)) * 10 ** (-below / 20)
  return { samples: samples.map((x, i) => x + gain * noise[i]), sampleRate }
}

/** Seconds in which the room's sound falls by 60 dB; its level beside the direct sound. */
const REVERBERATION_SECONDS = 0.4
const ECHO = 0.5

/** In a furnished room: sparse echoes of exponentially falling level. */
function inRoom({ samples, sampleRate }: Sound): Sound {
  const random = seededRandom(11)
  const echoes = Array.from({ length: 150 }, () => {
    const age = 0.004 + random() * REVERBERATION_SECONDS
    const gain = (normal(random) * 10 ** ((-3 * age) / REVERBERATION_SECONDS)) / Math.sqrt(25)
    return { delay: Math.round(age * sampleRate), gain: ECHO * gain }
  })
  const out = samples.slice()
  for (const { delay, gain } of echoes) {
    for (let i = delay; i < samples.length; i++) out[i] += gain * samples[i - delay]
  }
  return { samples: out, sampleRate }
}

function rms(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)
}
