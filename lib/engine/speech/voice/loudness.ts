/**
 * Loudness by ITU-R BS.1770-5 / EBU R 128: K-weighting, 400 ms blocks overlapping by 75 %, an absolute gate at
 * −70 LUFS and a relative one 10 LU below what passes it. One channel.
 */

/** Full scale of the standard's loudness in dB: a 997 Hz sine of amplitude 1 in one channel reads −3.01 LUFS. */
const OFFSET = -0.691
const STEP_SECONDS = 0.1
const STEPS_A_BLOCK = 4
const ABSOLUTE_GATE = -70
const RELATIVE_GATE = -10

type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number }

/** Integrated loudness in LUFS; −Infinity where nothing passes the gate. Sounds under 0.4 s are one block. */
export function integratedLoudness(samples: Float32Array, sampleRate: number): number {
  return gatedLoudness(blockPowers(samples, sampleRate))
}

/** Loudness in LUFS of the gating blocks of one sound or of several; −Infinity where nothing passes the gate. */
export function gatedLoudness(powers: readonly number[]): number {
  const audible = powers.filter((power) => toLufs(power) > ABSOLUTE_GATE)
  if (audible.length === 0) return Number.NEGATIVE_INFINITY
  const gate = toLufs(mean(audible)) + RELATIVE_GATE
  return toLufs(mean(audible.filter((power) => toLufs(power) > gate)))
}

/** Mean squares of the K-weighted gating blocks, each four steps long. */
export function blockPowers(samples: Float32Array, sampleRate: number): number[] {
  const step = Math.round(STEP_SECONDS * sampleRate)
  const energies = stepEnergies(samples, sampleRate, step)
  if (samples.length < STEPS_A_BLOCK * step) {
    return samples.length === 0 ? [] : [energies.reduce((sum, energy) => sum + energy, 0) / samples.length]
  }
  const powers: number[] = []
  for (let last = STEPS_A_BLOCK; last <= Math.floor(samples.length / step); last++) {
    const block = energies.subarray(last - STEPS_A_BLOCK, last)
    powers.push(block.reduce((sum, energy) => sum + energy, 0) / (STEPS_A_BLOCK * step))
  }
  return powers
}

/** Sums of squares of each step after K-weighting: the head's shelf, then the high pass, both transposed direct form II. */
function stepEnergies(samples: Float32Array, sampleRate: number, step: number): Float64Array {
  const { b0, b1, b2, a1, a2 } = shelf(sampleRate)
  const high = highPass(sampleRate)
  const energies = new Float64Array(Math.ceil(samples.length / step))
  let [s1, s2, h1, h2] = [0, 0, 0, 0]
  for (let n = 0, from = 0; n < energies.length; n++, from += step) {
    const to = Math.min(samples.length, from + step)
    let energy = 0
    for (let i = from; i < to; i++) {
      const x = samples[i]
      const shelved = b0 * x + s1
      s1 = b1 * x - a1 * shelved + s2
      s2 = b2 * x - a2 * shelved
      const y = shelved + h1
      h1 = -2 * shelved - high.a1 * y + h2
      h2 = shelved - high.a2 * y
      energy += y * y
    }
    energies[n] = energy
  }
  return energies
}

/**
 * The standard gives coefficients for 48 kHz only. These are the analogue prototypes behind them (De Man,
 * "Evaluation of Implementations of the EBU R128 Loudness Measurement", AES 2018), transformed to any rate.
 */
function shelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate)
  const q = 0.7071752369554196
  const high = 10 ** (3.999843853973347 / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  }
}

/** Poles of the high pass; its zeros are a double one at 0 Hz: 1, −2, 1. */
function highPass(sampleRate: number): Pick<Biquad, 'a1' | 'a2'> {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
  const q = 0.5003270373238773
  const a0 = 1 + k / q + k * k
  return { a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
}

function toLufs(power: number): number {
  return OFFSET + 10 * Math.log10(power)
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
