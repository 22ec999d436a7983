/** The source of voiced speech: an intonation contour and the pulse train that follows it. */

/** A frame is unvoiced where its fundamental is not above this, in Hz. */
const VOICED_ABOVE = 40
/** Harmonics reach up to here, in Hz: what the voices were trained with. */
const HIGHEST_HARMONIC = 11_000
/** Below this the closed form of the harmonic sum divides by almost nothing. */
const SMALLEST_SINE = 2e-3

/** Share of the way that a run's mean pitch goes to where the voice has its own: sentences differ, voices stay. */
const CENTRING = 0.7

/** Frames a second of a contour. */
const FRAME_RATE = 80
/** Singers' vibrato is about 5.5 Hz (Sundberg 1987, "The Science of the Singing Voice"). Turn from frame to frame. */
const VIBRATO_STEP = (2 * Math.PI * 5.5) / FRAME_RATE
/** Semitones of the major pentatonic scale, in which no two notes clash. */
const SCALE = [0, 2, 4, 7, 9]
/** A note is left only for one nearer by this many semitones, so that a gliding voice does not trill. */
const HOLD = 1.2
/** Frames over which a voice glides from note to note, to either side. */
const GLIDE = 2

type PitchStyle = {
  pitch: number
  range: number
  /** Where the voice has its mean pitch, in Hz; each run's own where absent. */
  centre?: number
  whisper: boolean
  /** How far a trembling voice strays from its pitch to either side, in semitones. */
  vibrato?: number
  /** Keeps to the notes of a scale, as a singer does. */
  sung?: boolean
}

/**
 * Plays a fundamental-frequency contour: `range` scales its excursions around the mean of log f0, `pitch` the whole,
 * and `centre` then draws the mean near. What is sung is then laid on the notes of a scale around the mean, and vibrato
 * added. Unvoiced frames, and all frames of a whisper, are 0.
 */
export function playPitch(
  f0: Float32Array,
  { pitch, range, centre, whisper, vibrato = 0, sung = false }: PitchStyle,
): Float32Array {
  const voiced = f0.filter((hertz) => hertz > VOICED_ABOVE)
  if (whisper || voiced.length === 0) return new Float32Array(f0.length)
  const mean = voiced.reduce((sum, hertz) => sum + Math.log(hertz), 0) / voiced.length
  const played = mean + Math.log(pitch)
  const target = centre ? played + CENTRING * (Math.log(centre) - played) : played
  const semitones = Float64Array.from(f0, (hertz) =>
    hertz > VOICED_ABOVE ? 12 * Math.LOG2E * (Math.log(hertz) - mean) * range : Number.NaN,
  )
  const melody = sung ? onScale(semitones) : semitones
  return f0.map((hertz, k) =>
    hertz > VOICED_ABOVE
      ? Math.exp(target + (melody[k] + vibrato * Math.sin(VIBRATO_STEP * k)) / (12 * Math.LOG2E))
      : 0,
  )
}

/** Lays a contour in semitones on the notes of the scale; what is unvoiced is NaN and stays so. */
function onScale(semitones: Float64Array): Float64Array {
  let note = Number.NaN
  const notes = semitones.map((wanted) => {
    if (Number.isNaN(wanted)) return Number.NaN
    const nearest = nearestNote(wanted)
    if (!(Math.abs(wanted - note) < Math.abs(wanted - nearest) + HOLD)) note = nearest
    return note
  })
  return notes.map((own, k) => {
    if (Number.isNaN(own)) return own
    const around = notes
      .subarray(Math.max(0, k - GLIDE), k + GLIDE + 1)
      .filter((other) => !Number.isNaN(other))
    return around.reduce((sum, other) => sum + other, 0) / around.length
  })
}

function nearestNote(semitones: number): number {
  const octave = 12 * Math.floor(semitones / 12)
  const candidates = [...SCALE, 12].map((step) => octave + step)
  return candidates.reduce((best, next) =>
    Math.abs(next - semitones) < Math.abs(best - semitones) ? next : best,
  )
}

/**
 * Pulse train of `f0.length · hop` samples: at every moment the sum of all harmonics of f0 below 11 kHz, each a
 * cosine of amplitude 1 (Dirichlet's kernel: Σ cos(nt) = sin((H + ½)t) / (2 sin(t/2)) − ½), 0 where unvoiced.
 * f0 is interpolated linearly between the frames' centres.
 */
export function pulseTrain(f0: Float32Array, hop: number, sampleRate: number): Float32Array {
  const out = new Float32Array(f0.length * hop)
  const last = f0.length - 1
  let phase = 0
  for (let i = 0; i < out.length; i++) {
    const position = (i + 0.5) / hop - 0.5
    const before = Math.floor(position)
    const weight = position - before
    const hertz = f0[Math.max(0, before)] * (1 - weight) + f0[Math.min(last, before + 1)] * weight
    const rate = Math.max(hertz, VOICED_ABOVE)
    phase += rate / sampleRate
    if (phase >= 1) phase -= 1
    if (hertz <= VOICED_ABOVE) continue
    const t = 2 * Math.PI * phase
    const harmonics = Math.floor(HIGHEST_HARMONIC / rate)
    const sine = 2 * Math.sin(t / 2)
    out[i] = Math.abs(sine) <= SMALLEST_SINE ? harmonics : Math.sin((harmonics + 0.5) * t) / sine - 0.5
  }
  return out
}
