import type { Size, SpeechFormat } from '@/lib/boson/limits'
import type { Crop, Cue, Framing, PortraitReport, Stage, Word } from '@/lib/boson/schemas'
import type { Emotion, Style } from '@/lib/boson/tags'
import type { PreviewSheet } from './video/preview-sheet'
import type { PictureSize } from './video/subtitles'

/** Frames a second of every video the engine makes. */
export const FPS = 25

/** One channel of sound: samples in −1…1 at `sampleRate` Hz. */
export type Sound = { samples: Float32Array; sampleRate: number }

/** A phone as spoken: a symbol of the voices' alphabet (`assets/voices/README.md`), seconds from the sound's start. */
export type Phone = { symbol: string; start: number; end: number }

/**
 * A stretch of speech said with an emotion or in a style, as the script's tags asked; seconds from the sound's start.
 * It begins with the pause before its first word, where a face changes, and ends with its last.
 */
export type PerformanceSpan = { start: number; end: number; emotion: Emotion | null; style: Style | null }

/**
 * How a speech is said, as far as a moment: in which emotion and style, and the middles of its stressed vowels in
 * seconds from its beginning; null where nobody knows the words, as of a recording.
 */
export type Delivery = { performance: readonly PerformanceSpan[]; stresses: readonly number[] | null }

/**
 * What the voice made of a script. Words are those written, punctuation attached, in order and not overlapping, as are
 * the spans of its performance; plain speech lies in none.
 */
export type Utterance = Sound & { phones: Phone[]; words: Word[]; performance: PerformanceSpan[] }

/** What the mouth and the voice do in one video frame; the only thing the motion model sees of speech. */
export type MouthFrame = {
  /** Jaw and lips apart, 0…1.1. */
  open: number
  /** Rounded 1 … spread −1. */
  round: number
  /** Lips pressed together (p b m), 0…1. */
  press: number
  /** Lower lip under the upper teeth (f v), 0…1. */
  tuck: number
  /** Momentary loudness, 0…1. */
  loud: number
  /** Loudness over about half a second, 0…1: tells phrases from pauses. */
  energy: number
}

/** A voice that scripts can be spoken in; `language` is a BCP 47 code, `description` for people choosing. */
export type VoiceDescription = { id: string; name: string; description: string; language: string }

/**
 * What is to be said: a script, or a recording (path of an audio file). A script is said in a voice by its id, or in one
 * matched to that of a clip, whose path is `reference`; `voice` then has no meaning.
 */
export type Speech =
  | {
      kind: 'script'
      text: string
      voice: string
      reference?: string
      pronunciations?: readonly Pronunciation[]
    }
  | { kind: 'recording'; path: string }

/**
 * How a word or a phrase is said, from a team's dictionary; what a script says of its own word comes first. The word is
 * meant in any case, but exactly as written where it has capitals within a word or is all capitals. It stands for its
 * plural and possessive too. `saidAs` is IPA between slashes, `/wˈɪn/`, or plain words that sound like it, `win`.
 */
export type Pronunciation = { word: string; saidAs: string }

/** What the engine found in a recording. */
export type RecordingReport = { seconds: number }

export type RenderRequest = {
  portraitPath: string
  /**
   * The part of the picture to show: trimmed to the video’s shape, about the face, and never enlarged. And which face
   * speaks: the nearest to a point of the whole picture.
   */
  framing?: Framing
  speech: Speech
  size: Size
  /** Same inputs and seed, same frames. */
  seed: number
  /** The finished faststart MP4 is written here. */
  outPath: string
  /** The first frame as JPEG is written here. */
  posterPath: string
  /** What the film says and does is written here, where that is known: it can then be an `earlier` one. */
  recordPath?: string
  /**
   * A film of the same portrait, framing, voice, size and seed that says something else. Of it everything is used again
   * that stays as it is, to the sample. Without meaning where nothing can be.
   */
  earlier?: EarlierFilm | null
}

/** A finished film of the engine's, and its record. */
export type EarlierFilm = { filmPath: string; recordPath: string }

export type RenderProgress = { stage: Stage; fraction: number }

/**
 * Takes a piece of a live stream: first the initialisation segment of a fragmented MP4 (`ftyp` and `moov`), then
 * fragments of 0.4 s (`moof` and `mdat`), whole and in order.
 */
export type TakeFragment = (bytes: Uint8Array) => Promise<void> | void

export type RenderOptions = {
  signal?: AbortSignal
  onProgress?: (progress: RenderProgress) => void
  /**
   * Takes the video live, while it is drawn: H.264 and AAC as in the file, the same for the same inputs and seed. The
   * render waits for it, so it does not get ahead of a slow taker by more than some pieces. Where it throws, the live
   * stream ends and the render goes on. A live stream carries no Content Credentials, which can be signed only when
   * all is made: the file has them.
   */
  onFragment?: TakeFragment
}

export type RenderResult = {
  seconds: number
  width: number
  height: number
  frames: number
  bytes: number
  /** When each word of the script is heard; null for a recording, whose words nobody knows. */
  words: Word[] | null
  /** Whether there is a record. */
  recorded: boolean
}

/** A film to make something of, and who made it. */
export type FilmSource = {
  path: string
  /** True for one of this engine's own: the fast, unprotected ffmpeg may open it. Anybody else's goes to the sandbox. */
  own: boolean
  /** Its length, where progress is of interest. */
  seconds?: number
}

/** How work on a film is watched and stopped. */
export type WorkOptions = {
  signal?: AbortSignal
  /** Share of the film that is done, 0…1. Not of anybody else's, whose making cannot be looked into. */
  onProgress?: (fraction: number) => void
}

/** Text to say. */
export type SpeakRequest = {
  text: string
  /** Id of a voice. Without meaning where there is a reference. */
  voice: string
  /** Path of a clip whose voice the speech is matched to. */
  reference?: string
  pronunciations?: readonly Pronunciation[]
  /** Opus comes in Ogg, AAC in ADTS, `pcm` is bare samples (16-bit, 24 kHz, mono). */
  format: SpeechFormat
  /** The finished file is written here. Null to hand out samples as they are spoken, which must then be `pcm`. */
  outPath: string | null
}

export type SpeakOptions = {
  signal?: AbortSignal
  /** Fraction of the text said, 0…1. */
  onProgress?: (fraction: number) => void
  /** Takes the samples where there is no file, in order; the next ones are spoken once it has resolved. */
  onAudio?: (pcm: Uint8Array) => Promise<void> | void
}

/** How long the speech is, and when each word of the text is heard. */
export type SpeakResult = { seconds: number; words: Word[] }

/**
 * The local avatar engine. No database, no HTTP. Inputs it cannot use are refused with a `StudioError`
 * whose `param` is `ref_image`, `input`, `input_tts` or `ref_audio`.
 */
export interface Engine {
  /**
   * Finds the face to animate. Throws `invalid_image_format` with code `unreadable` | `too_large` | `no_face` |
   * `face_turned_away` | `face_too_small` | `face_tilted` | `mouth_covered`. Of a part of the picture the report tells
   * as of a picture of its own; a face that is not whole in it is refused with param `crop`, code `face_outside`.
   */
  inspectPortrait(path: string, framing?: Framing): Promise<PortraitReport>
  /** Decodes fully. Throws `invalid_audio_format`, `audio_too_long`, or `empty_input` with code `silent`. */
  inspectRecording(path: string): Promise<RecordingReport>
  /**
   * Throws `empty_input` with code `nothing_to_say`, `input_too_long` or `unknown_voice`, and
   * `audio_too_long` over `maxSeconds` (60, a video's, where not given). Returns expected seconds.
   */
  inspectScript(
    text: string,
    voice: string,
    options?: { maxSeconds?: number; pronunciations?: readonly Pronunciation[] },
  ): Promise<{ seconds: number }>
  /** Every voice that scripts can be spoken in: presets, an operator's, and espeak-ng's where it is installed. */
  voices(): Promise<VoiceDescription[]>
  /**
   * A clip whose voice speech can be matched to: at least 3 s of somebody speaking; of a long one the first half
   * minute counts. Throws `invalid_audio_format`, or `empty_input` with code `too_short` | `silent` | `no_voice`.
   */
  inspectReference(path: string): Promise<{ seconds: number }>
  /** The same inputs and seed give the same video, with or without a live stream beside it. */
  render(request: RenderRequest, options?: RenderOptions): Promise<RenderResult>
  /**
   * Speech without a picture, however long it takes. Same text and voice, same samples. Throws as `inspectScript`,
   * but with param `input` or `voice`, and as `inspectReference`.
   */
  speak(request: SpeakRequest, options?: SpeakOptions): Promise<SpeakResult>

  /**
   * Writes a picture as small as it can be sent elsewhere for a video of a size: upright, scaled down to cover the
   * video with a tenth to spare, nothing cut off but what is beyond `crop`, without what a photo tells of its maker. Throws as
   * `inspectPortrait`, but looks for no face.
   */
  shrinkPortrait(
    path: string,
    size: Size,
    outPath: string,
    crop?: Crop | null,
  ): Promise<{ contentType: 'image/jpeg' | 'image/png' }>
  /** Rewrites a recording as MP3, which Boson takes. Throws as `inspectRecording`. */
  convertRecording(path: string, outPath: string): Promise<{ contentType: string; seconds: number }>
  /** Writes the first picture of an MP4 that may be anybody's, as a JPEG. Throws `render_failed` where it has none. */
  firstFrame(videoPath: string, outPath: string): Promise<void>
  /** Writes the sound of an MP4 as M4A, as it is encoded. Throws `not_found` where it has none. */
  extractAudio(videoPath: string, outPath: string): Promise<void>
  /** Writes small pictures of a film onto one sheet, laid out as `previewSheet` says, as a JPEG. */
  previews(film: FilmSource, sheet: PreviewSheet, outPath: string): Promise<void>
  /** Writes a film as a GIF of at most 480 pixels, 12 pictures a second. */
  gif(film: FilmSource, outPath: string, options?: WorkOptions): Promise<void>
  /** Writes a film once more with captions drawn into its pictures; one of the engine's own is signed again. */
  captioned(
    film: FilmSource,
    captions: { cues: readonly Cue[]; size: PictureSize },
    outPath: string,
    options?: WorkOptions,
  ): Promise<void>
  /** Writes a poster once more as a JPEG whose longer side has 320 pixels. */
  thumbnail(posterPath: string, outPath: string): Promise<void>
}
