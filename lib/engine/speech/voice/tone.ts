/** A colour of the sound: gains over frequency, as a curve through points six an octave. */

export const POINTS_AN_OCTAVE = 6
const FIRST_HZ = 150

/** Frequencies of the points in Hz: 150 Hz to 9.6 kHz. */
export const TONE_FREQUENCIES = Float64Array.from(
  { length: 37 },
  (_, i) => FIRST_HZ * 2 ** (i / POINTS_AN_OCTAVE),
)

/** Gains in nepers at {@link TONE_FREQUENCIES}. */
export type Tone = Float64Array

/** Where a tilt leaves the level as it is, in Hz: about where the loudness of speech has its middle. */
const TILT_PIVOT = 500
/** Above this a tilt goes no further, in Hz: hissing consonants are near as loud in a shout as in speech. */
const TILT_TOP = 4000

/** A tone whose gains rise by `tilt` dB an octave, on top of another's if there is one. */
export function tilted(tilt: number, tone?: Tone): Tone {
  return TONE_FREQUENCIES.map(
    (hertz, i) =>
      ((tilt * Math.log2(Math.min(hertz, TILT_TOP) / TILT_PIVOT)) / 20) * Math.LN10 + (tone?.[i] ?? 0),
  )
}

/** The gain at a frequency in Hz: straight between two points on a logarithmic axis, level beyond the ends. */
export function gainAt(tone: Tone, hertz: number): number {
  const last = tone.length - 1
  const position = Math.max(0, Math.min(last, POINTS_AN_OCTAVE * Math.log2(hertz / FIRST_HZ)))
  const below = Math.min(last - 1, Math.floor(position))
  return tone[below] + (position - below) * (tone[below + 1] - tone[below])
}
