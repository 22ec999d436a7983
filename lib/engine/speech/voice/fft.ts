/**
 * Complex discrete Fourier transform X[k] = Σ x[n]·e^(−2πikn/N) for N made of the factors 4, 2, 3, 5:
 * Stockham's self-sorting passes, decimation in frequency, twiddles made once (Van Loan, "Computational
 * Frameworks for the Fast Fourier Transform", 1992, §1.7). One instance serves one caller at a time.
 */
export class Fft {
  readonly size: number
  private readonly passes: Pass[]
  private readonly scratchRe: Float64Array
  private readonly scratchIm: Float64Array

  /** @throws RangeError where `size` has a prime factor above 5. */
  constructor(size: number) {
    this.size = size
    this.passes = planPasses(size)
    this.scratchRe = new Float64Array(size)
    this.scratchIm = new Float64Array(size)
  }

  /** Transforms `inRe + i·inIm` into `outRe + i·outIm`; all of length `size`, input and output distinct. */
  forward(inRe: Float64Array, inIm: Float64Array, outRe: Float64Array, outIm: Float64Array): void {
    let [fromRe, fromIm] = [inRe, inIm]
    for (const [i, pass] of this.passes.entries()) {
      // Passes alternate between output and scratch so that the last one lands in the output.
      const toOutput = (this.passes.length - 1 - i) % 2 === 0
      const toRe = toOutput ? outRe : this.scratchRe
      const toIm = toOutput ? outIm : this.scratchIm
      RADIX_PASS[pass.radix](pass, fromRe, fromIm, toRe, toIm)
      fromRe = toRe
      fromIm = toIm
    }
  }
}

type Radix = 2 | 3 | 4 | 5

/** One pass: `groups` butterflies of `radix` points, each repeated over `stride` neighbours. */
type Pass = { radix: Radix; groups: number; stride: number; cos: Float64Array; sin: Float64Array }

type RunPass = (pass: Pass, xr: Float64Array, xi: Float64Array, yr: Float64Array, yi: Float64Array) => void

function planPasses(size: number): Pass[] {
  const passes: Pass[] = []
  let length = size
  let stride = 1
  for (const radix of [4, 2, 3, 5] as const) {
    while (length % radix === 0) {
      passes.push(planPass(radix, length, stride))
      length /= radix
      stride *= radix
    }
  }
  if (length !== 1) throw new RangeError(`An FFT of ${size} points is not made of factors 2, 3 and 5`)
  return passes
}

/** Twiddles e^(−2πi·p·k/length) for every group p and output k = 1…radix−1. */
function planPass(radix: Radix, length: number, stride: number): Pass {
  const groups = length / radix
  const cos = new Float64Array(groups * (radix - 1))
  const sin = new Float64Array(groups * (radix - 1))
  for (let p = 0; p < groups; p++) {
    for (let k = 1; k < radix; k++) {
      const angle = (-2 * Math.PI * ((p * k) % length)) / length
      cos[p * (radix - 1) + k - 1] = Math.cos(angle)
      sin[p * (radix - 1) + k - 1] = Math.sin(angle)
    }
  }
  return { radix, groups, stride, cos, sin }
}

const pass2: RunPass = ({ groups, stride, cos, sin }, xr, xi, yr, yi) => {
  const far = stride * groups
  for (let p = 0; p < groups; p++) {
    const c = cos[p]
    const s = sin[p]
    for (let q = 0; q < stride; q++) {
      const a = q + stride * p
      const b = a + far
      const y = q + stride * 2 * p
      const dr = xr[a] - xr[b]
      const di = xi[a] - xi[b]
      yr[y] = xr[a] + xr[b]
      yi[y] = xi[a] + xi[b]
      yr[y + stride] = dr * c - di * s
      yi[y + stride] = dr * s + di * c
    }
  }
}

const SIN_60 = Math.sin(Math.PI / 3)

const pass3: RunPass = ({ groups, stride, cos, sin }, xr, xi, yr, yi) => {
  const far = stride * groups
  for (let p = 0; p < groups; p++) {
    const c1 = cos[2 * p]
    const s1 = sin[2 * p]
    const c2 = cos[2 * p + 1]
    const s2 = sin[2 * p + 1]
    for (let q = 0; q < stride; q++) {
      const a = q + stride * p
      const b = a + far
      const d = b + far
      const y = q + stride * 3 * p
      const sumR = xr[b] + xr[d]
      const sumI = xi[b] + xi[d]
      const midR = xr[a] - 0.5 * sumR
      const midI = xi[a] - 0.5 * sumI
      const turnR = SIN_60 * (xi[b] - xi[d])
      const turnI = -SIN_60 * (xr[b] - xr[d])
      const r1 = midR + turnR
      const i1 = midI + turnI
      const r2 = midR - turnR
      const i2 = midI - turnI
      yr[y] = xr[a] + sumR
      yi[y] = xi[a] + sumI
      yr[y + stride] = r1 * c1 - i1 * s1
      yi[y + stride] = r1 * s1 + i1 * c1
      yr[y + 2 * stride] = r2 * c2 - i2 * s2
      yi[y + 2 * stride] = r2 * s2 + i2 * c2
    }
  }
}

const pass4: RunPass = ({ groups, stride, cos, sin }, xr, xi, yr, yi) => {
  const far = stride * groups
  for (let p = 0; p < groups; p++) {
    const c1 = cos[3 * p]
    const s1 = sin[3 * p]
    const c2 = cos[3 * p + 1]
    const s2 = sin[3 * p + 1]
    const c3 = cos[3 * p + 2]
    const s3 = sin[3 * p + 2]
    for (let q = 0; q < stride; q++) {
      const a = q + stride * p
      const b = a + far
      const c = b + far
      const d = c + far
      const y = q + stride * 4 * p
      const acR = xr[a] + xr[c]
      const acI = xi[a] + xi[c]
      const dacR = xr[a] - xr[c]
      const dacI = xi[a] - xi[c]
      const bdR = xr[b] + xr[d]
      const bdI = xi[b] + xi[d]
      const dbdR = xr[b] - xr[d]
      const dbdI = xi[b] - xi[d]
      const r1 = dacR + dbdI
      const i1 = dacI - dbdR
      const r2 = acR - bdR
      const i2 = acI - bdI
      const r3 = dacR - dbdI
      const i3 = dacI + dbdR
      yr[y] = acR + bdR
      yi[y] = acI + bdI
      yr[y + stride] = r1 * c1 - i1 * s1
      yi[y + stride] = r1 * s1 + i1 * c1
      yr[y + 2 * stride] = r2 * c2 - i2 * s2
      yi[y + 2 * stride] = r2 * s2 + i2 * c2
      yr[y + 3 * stride] = r3 * c3 - i3 * s3
      yi[y + 3 * stride] = r3 * s3 + i3 * c3
    }
  }
}

const COS_72 = Math.cos((2 * Math.PI) / 5)
const COS_144 = Math.cos((4 * Math.PI) / 5)
const SIN_72 = Math.sin((2 * Math.PI) / 5)
const SIN_144 = Math.sin((4 * Math.PI) / 5)

const pass5: RunPass = ({ groups, stride, cos, sin }, xr, xi, yr, yi) => {
  const far = stride * groups
  for (let p = 0; p < groups; p++) {
    const c1 = cos[4 * p]
    const s1 = sin[4 * p]
    const c2 = cos[4 * p + 1]
    const s2 = sin[4 * p + 1]
    const c3 = cos[4 * p + 2]
    const s3 = sin[4 * p + 2]
    const c4 = cos[4 * p + 3]
    const s4 = sin[4 * p + 3]
    for (let q = 0; q < stride; q++) {
      const a = q + stride * p
      const b = a + far
      const c = b + far
      const d = c + far
      const e = d + far
      const y = q + stride * 5 * p
      const beR = xr[b] + xr[e]
      const beI = xi[b] + xi[e]
      const dbeR = xr[b] - xr[e]
      const dbeI = xi[b] - xi[e]
      const cdR = xr[c] + xr[d]
      const cdI = xi[c] + xi[d]
      const dcdR = xr[c] - xr[d]
      const dcdI = xi[c] - xi[d]
      const m1R = xr[a] + COS_72 * beR + COS_144 * cdR
      const m1I = xi[a] + COS_72 * beI + COS_144 * cdI
      const m2R = xr[a] + COS_144 * beR + COS_72 * cdR
      const m2I = xi[a] + COS_144 * beI + COS_72 * cdI
      const n1R = SIN_72 * dbeI + SIN_144 * dcdI
      const n1I = -SIN_72 * dbeR - SIN_144 * dcdR
      const n2R = SIN_144 * dbeI - SIN_72 * dcdI
      const n2I = -SIN_144 * dbeR + SIN_72 * dcdR
      const r1 = m1R + n1R
      const i1 = m1I + n1I
      const r2 = m2R + n2R
      const i2 = m2I + n2I
      const r3 = m2R - n2R
      const i3 = m2I - n2I
      const r4 = m1R - n1R
      const i4 = m1I - n1I
      yr[y] = xr[a] + beR + cdR
      yi[y] = xi[a] + beI + cdI
      yr[y + stride] = r1 * c1 - i1 * s1
      yi[y + stride] = r1 * s1 + i1 * c1
      yr[y + 2 * stride] = r2 * c2 - i2 * s2
      yi[y + 2 * stride] = r2 * s2 + i2 * c2
      yr[y + 3 * stride] = r3 * c3 - i3 * s3
      yi[y + 3 * stride] = r3 * s3 + i3 * c3
      yr[y + 4 * stride] = r4 * c4 - i4 * s4
      yi[y + 4 * stride] = r4 * s4 + i4 * c4
    }
  }
}

const RADIX_PASS: Record<Radix, RunPass> = { 2: pass2, 3: pass3, 4: pass4, 5: pass5 }
