/**
 * Loudness by ITU-R BS.1770-5 / EBU R 128: K-weighting, 400 ms blocks overlapping by 75 %, an absolute gate at
 * −70 LUFS and a relative one 10 LU below what passes it. One channel.
 */

/** Full scale of the standard's loudness in dB: a 997 Hz sine of amplitude 1 in one channel reads −3.01 LUFS. */
const OFFSET = -0.691
const BLOCK_SECONDS = 0.4
const STEP_SECONDS = 0.1
const ABSOLUTE_GATE = -70
const RELATIVE_GATE = -10

type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number }

/** Integrated loudness in LUFS; −Infinity where nothing passes the gate. Sounds under 0.4 s are one block. */
export function integratedLoudness(samples: Float32Array, sampleRate: number): number {
  const powers = blockPowers(weighted(samples, sampleRate), sampleRate)
  const audible = powers.filter((power) => toLufs(power) > ABSOLUTE_GATE)
  if (audible.length === 0) return Number.NEGATIVE_INFINITY
  const gate = toLufs(mean(audible)) + RELATIVE_GATE
  return toLufs(mean(audible.filter((power) => toLufs(power) > gate)))
}

/** Mean squares of the gating blocks. */
function blockPowers(samples: Float64Array, sampleRate: number): number[] {
  const block = Math.min(samples.length, Math.round(BLOCK_SECONDS * sampleRate))
  const step = Math.round(STEP_SECONDS * sampleRate)
  const powers: number[] = []
  for (let from = 0; block > 0 && from + block <= samples.length; from += step) {
    let sum = 0
    for (let i = from; i < from + block; i++) sum += samples[i] * samples[i]
    powers.push(sum / block)
  }
  return powers
}

/** K-weighting: the head's shelf, then the revised low-frequency B curve. */
function weighted(samples: Float32Array, sampleRate: number): Float64Array {
  const out = Float64Array.from(samples)
  for (const filter of [shelf(sampleRate), highPass(sampleRate)]) applyBiquad(out, filter)
  return out
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

function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
  const q = 0.5003270373238773
  const a0 = 1 + k / q + k * k
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
}

/** Direct form II transposed, in place. */
function applyBiquad(samples: Float64Array, { b0, b1, b2, a1, a2 }: Biquad): void {
  let s1 = 0
  let s2 = 0
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i]
    const y = b0 * x + s1
    s1 = b1 * x - a1 * y + s2
    s2 = b2 * x - a2 * y
    samples[i] = y
  }
}

function toLufs(power: number): number {
  return OFFSET + 10 * Math.log10(power)
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
