import { spawnSync } from 'node:child_process'
import { resample } from '@/lib/engine/audio/resample'
import { normal } from '@/lib/engine/motion/random'
import { MEL_SAMPLE_RATE } from '@/lib/engine/visemes/log-mel'
import type { Spoken } from './corpus'
import { music } from './not-speech'

/**
 * Speech as another throat, room, microphone and codec would have it.
 * @param others more speech, of which a murmur of voices is made. @param ffmpeg path of the program.
 */
export function augment(
  spoken: Spoken,
  { random, others, ffmpeg }: { random: () => number; others: readonly Spoken[]; ffmpeg: string },
): Spoken {
  const between = (low: number, high: number) => low + random() * (high - low)
  const { samples, phones } = random() < 0.5 ? stretched(spoken, between(0.86, 1.16)) : spoken
  const room = random() < 0.5 ? reverberated(samples, between(0.1, 0.6), between(0.1, 0.7), random) : samples
  const coloured = peaked(firstOrder(room, between(-0.6, 0.6)), random)
  const noisy = random() < 0.75 ? withNoise(coloured, between(3, 40), others, random) : coloured
  const coded = inCodec(noisy, ffmpeg, random())
  const gain = 10 ** (between(-18, 3) / 20)
  return { samples: coded.map((x) => gain * x), phones }
}

/** Played at another speed. @param factor above 1 longer and lower. */
function stretched({ samples, phones }: Spoken, factor: number): Spoken {
  const rate = Math.round(MEL_SAMPLE_RATE / factor)
  return {
    samples: resample({ samples, sampleRate: rate }, MEL_SAMPLE_RATE).samples,
    phones: phones.map(({ symbol, start, end }) => ({ symbol, start: start * factor, end: end * factor })),
  }
}

const ECHOES = 100

/** In a room whose sound falls by 60 dB in so many seconds: some echoes of it, for speed. */
function reverberated(samples: Float32Array, seconds: number, level: number, random: () => number) {
  const out = samples.slice()
  for (let echo = 0; echo < ECHOES; echo++) {
    const age = random() * random() * seconds
    const gain = (level * normal(random) * 10 ** ((-3 * age) / seconds)) / Math.sqrt(ECHOES / 8)
    const delay = Math.ceil((0.002 + age) * MEL_SAMPLE_RATE)
    for (let i = delay; i < samples.length; i++) out[i] += gain * samples[i - delay]
  }
  return out
}

/** y[n] = x[n] + c·x[n − 1]: a tilt towards the low or the high. */
function firstOrder(samples: Float32Array, c: number): Float32Array {
  return samples.map((x, i) => x + c * (i > 0 ? samples[i - 1] : 0))
}

/** A hump or a dip at some frequency (peaking equaliser of Bristow-Johnson's cookbook, Q = 1). */
function peaked(samples: Float32Array, random: () => number): Float32Array {
  const w = (2 * Math.PI * 100 * 50 ** random()) / MEL_SAMPLE_RATE
  const a = 10 ** ((16 * random() - 8) / 40)
  const alpha = Math.sin(w) / 2
  const a0 = 1 + alpha / a
  const [b0, b1, b2] = [(1 + alpha * a) / a0, (-2 * Math.cos(w)) / a0, (1 - alpha * a) / a0]
  const a2 = (1 - alpha / a) / a0
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  return samples.map((x) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - b1 * y1 - a2 * y2
    ;[x1, x2, y1, y2] = [x, x1, y, y1]
    return y
  })
}

/** Noise of some colour, a murmur of four voices, or music, as many dB below the speech. */
function withNoise(samples: Float32Array, below: number, others: readonly Spoken[], random: () => number) {
  const noise = randomNoise(samples.length, others, random)
  const gain = (rms(samples) / (rms(noise) + 1e-9)) * 10 ** (-below / 20)
  return samples.map((x, i) => x + gain * noise[i])
}

function randomNoise(length: number, others: readonly Spoken[], random: () => number): Float32Array {
  const kind = random()
  if (kind < 0.2) return murmur(length, others, random)
  return kind < 0.4 ? music(length, random) : coloured(length, random)
}

/** White noise through a one-pole low-pass, and a share of it as it is: from a rumble to a hiss. */
function coloured(length: number, random: () => number): Float32Array {
  const pole = random() < 0.3 ? 0 : 0.8 + 0.19 * random()
  const hiss = random() * 0.3
  let low = 0
  return Float32Array.from({ length }, () => {
    const white = normal(random)
    low = pole * low + (1 - pole) * white * 4
    return low + hiss * white
  })
}

function murmur(length: number, others: readonly Spoken[], random: () => number): Float32Array {
  const sum = new Float32Array(length)
  for (let voice = 0; voice < 4; voice++) {
    const { samples } = others[Math.floor(random() * others.length)]
    const from = Math.floor(random() * samples.length)
    for (let i = 0; i < length; i++) sum[i] += samples[(from + i) % samples.length]
  }
  return sum
}

/** As it comes out of a telephone (a fifth), of MP3 at 24–64 kbit/s (a fifth), or unchanged. */
function inCodec(samples: Float32Array, ffmpeg: string, chance: number): Float32Array {
  if (chance < 0.2) return telephoned(samples)
  return chance < 0.4 ? asMp3(samples, ffmpeg, ['24k', '32k', '64k'][Math.floor(chance * 15) % 3]) : samples
}

/** 8 kHz, and 8 bits of µ-law (ITU-T G.711, as the continuous curve). */
function telephoned(samples: Float32Array): Float32Array {
  const loudest = samples.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-6)
  const narrow = resample({ samples, sampleRate: MEL_SAMPLE_RATE }, 8000).samples.map((x) => {
    const code = Math.round((127 * Math.log1p((255 * Math.abs(x)) / loudest)) / Math.log(256))
    return (Math.sign(x) * loudest * (256 ** (code / 127) - 1)) / 255
  })
  const wide = resample({ samples: narrow, sampleRate: 8000 }, MEL_SAMPLE_RATE).samples
  return samples.map((_, i) => wide[i] ?? 0)
}

/** Samples by which LAME and a decoder delay the sound together, which a pipe has no header to tell of. */
const MP3_DELAY = 1105

function asMp3(samples: Float32Array, ffmpeg: string, rate: string): Float32Array {
  const raw = ['-f', 'f32le', '-ar', `${MEL_SAMPLE_RATE}`, '-ac', '1']
  const run = (input: Uint8Array, parameters: string[]) => {
    const { stdout, status } = spawnSync(ffmpeg, ['-v', 'error', ...parameters], {
      input,
      maxBuffer: 2 ** 26,
    })
    if (status !== 0) throw new Error('ffmpeg failed')
    return stdout
  }
  const coded = run(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), [
    ...raw,
    ...['-i', '-', '-b:a', rate, '-f', 'mp3', '-'],
  ])
  const bytes = run(coded, ['-f', 'mp3', '-i', '-', ...raw, '-'])
  const decoded = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  return samples.map((_, i) => decoded[i + MP3_DELAY] ?? 0)
}

function rms(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)
}
