import { StudioError } from '@/lib/boson/errors'
import { MAX_SCRIPT_CHARACTERS } from '@/lib/boson/schemas'
import type { Pronunciation, Sound, Utterance } from '@/lib/engine/types'
import type { Vocabulary } from './alphabet'
import { expectedSeconds } from './duration'
import { requireEnglish } from './language'
import { VoiceMatcher } from './match/voice-matcher'
import { type Pace, paceFor } from './pace'
import { phoneTimes, settlePauses } from './phone-times'
import { findPreset, type PlayedVoice, PRESETS, type TrainedVoice } from './presets'
import { planRuns, type Run } from './runs'
import { type Manner, planScript, spokenText } from './script'
import { cleanCharacters, requireLatinScript } from './text/characters'
import { FrontEnd } from './text/front-end'
import { CLOSING, joinPieces, OPENING, type RunSound, type SpokenPiece, Timeline } from './timeline'
import { AcousticModel, loadVocabulary } from './voice/acoustic-model'
import { integratedLoudness } from './voice/loudness'
import { type MadeSound, makeSound, mouthOf, secondsOf } from './voice/made-sounds'
import { Mastering } from './voice/mastering'
import { tilted } from './voice/tone'
import { VOICE_RATE, vocode } from './voice/vocoder'
import { wordTimes } from './word-times'

export type SpeakOptions = {
  /** Id of a preset voice. Without meaning where there is a reference. */
  voice: string
  /** Path of a clip whose voice the speech is matched to. */
  reference?: string
  /** How words are said that the script says nothing of. */
  pronunciations?: readonly Pronunciation[]
  /** Same script, voice and seed, same samples. */
  seed: number
  /** Longer speech is refused, or given up once it turns out longer. No limit by default. */
  maxSeconds?: number
  signal?: AbortSignal
  /** Fraction of the script said, 0…1. */
  onProgress?: (fraction: number) => void
}

/** Says scripts in preset voices. */
export interface Speaker {
  /**
   * Speech at 24 kHz, about −16 LUFS, with its phones: ordered, gapless, covering the whole sound. Pauses carry
   * the symbol of a punctuation mark. `words` are those of the script as written.
   * @throws StudioError as `inspect`, as `inspectReference`, or `cancelled` once the signal is aborted.
   */
  speak(script: string, options: SpeakOptions): Promise<Utterance>
  /**
   * The same speech piece by piece, each as soon as it is spoken: some seconds long, beginning and ending in silence, its
   * phones' times counted from its own start. Joined (`joinPieces`) the pieces are what `speak` gives, but for
   * the words (`wordTimes`).
   * @throws StudioError as `speak`. Speech that may turn out longer than `maxSeconds` comes in one piece: what is refused
   *   as `audio_too_long` is refused before anything is handed out.
   */
  pieces(script: string, options: SpeakOptions): AsyncGenerator<SpokenPiece>
  /**
   * Expected seconds, without synthesis.
   * @throws StudioError `empty_input` (code `nothing_to_say`), `input_too_long`, `unknown_voice`,
   *   `invalid_request` (code `language_not_supported`), `audio_too_long` over `maxSeconds`; param `input_tts`.
   */
  inspect(
    script: string,
    voice: string,
    options?: Pick<SpeakOptions, 'maxSeconds' | 'pronunciations'>,
  ): Promise<{ seconds: number }>
  /**
   * Length of a clip that speech can be matched to.
   * @throws StudioError `invalid_audio_format` (code `unreadable`), `empty_input` (code `too_short` under 3 s, `silent`,
   *   `no_voice`); param `ref_audio`.
   */
  inspectReference(path: string): Promise<{ seconds: number }>
}

/** `inspect` refuses only what is surely too long: its estimate may be off by this factor. */
const ESTIMATE_MARGIN = 1.15
/**
 * A piece is at least this long: what the level of speech is told from (after 3 s it is within 0.7 dB of the whole's),
 * and what the first words of a long script wait for.
 */
const PIECE_SECONDS = 3

const NO_LIMIT = Number.POSITIVE_INFINITY

/** Of the voices as they come from the vocoder, in LUFS and Hz. */
const SPEECH_LOUDNESS = -25
const MEAN_PITCH: Readonly<Record<TrainedVoice, number>> = { heart: 225, michael: 127 }
/** A sigh, a sniff or humming beside speech, in dB. */
const MADE_SOUND_LEVEL = -9

/** What the voices say to be listened to: every sound of English, questions, and plain statements. */
const REHEARSAL =
  'The boy was there when the sun rose over the harbour. She chose a huge, measured path through the thick fog. ' +
  'Would you like to join us for a good cup of tea? They laughed, and each of them told a short and funny story.'
const REHEARSAL_SEED = 1

/** @param options.voicesDir folder with the voices and the data to read English (`assets/voices`). */
export function createSpeaker(options: { voicesDir: string }): Speaker {
  return new NeuralSpeaker(options.voicesDir)
}

class NeuralSpeaker implements Speaker {
  private frontEnd?: Promise<FrontEnd>
  private vocabulary?: Promise<Vocabulary>
  private readonly models = new Map<string, Promise<AcousticModel>>()
  private readonly matcher = new VoiceMatcher((voice) => this.rehearse(voice))

  constructor(private readonly voicesDir: string) {}

  async inspect(script: string, voice: string, options: Parameters<Speaker['inspect']>[2] = {}) {
    const { seconds } = await this.plan(script, requirePreset(voice), options)
    return { seconds }
  }

  inspectReference(path: string): Promise<{ seconds: number }> {
    return this.matcher.inspect(path)
  }

  async speak(script: string, options: SpeakOptions): Promise<Utterance> {
    const pieces: SpokenPiece[] = []
    for await (const piece of this.pieces(script, options)) pieces.push(piece)
    const speech = joinPieces(pieces)
    return { ...speech, words: wordTimes(script, speech.phones) }
  }

  async *pieces(
    script: string,
    { voice: id, reference, pronunciations, seed, maxSeconds = NO_LIMIT, signal, onProgress }: SpeakOptions,
  ): AsyncGenerator<SpokenPiece> {
    const voice = reference ? await this.matcher.match(reference) : requirePreset(id)
    const { runs, seconds } = await this.plan(script, voice, { maxSeconds, pronunciations })
    const levels = expectedLevels(runs, voice)
    const mayBeTooLong = seconds * ESTIMATE_MARGIN > maxSeconds
    const timeline = new Timeline(VOICE_RATE)
    const mastering = new Mastering(VOICE_RATE)
    for (const [i, run] of runs.entries()) {
      stopIfAborted(signal)
      const last = i === runs.length - 1
      timeline.add(await this.say(run, voice, seed + i), i === 0 ? 0 : runs[i - 1].pause)
      if (last) timeline.close()
      if (timeline.seconds > maxSeconds) {
        throw tooLong(script, Math.max(seconds, timeline.seconds), maxSeconds)
      }
      onProgress?.((i + 1) / runs.length)
      // Lets timers and other requests in between two runs of the vocoder.
      await new Promise(setImmediate)
      if (!last && (mayBeTooLong || timeline.untaken < PIECE_SECONDS)) continue
      stopIfAborted(signal)
      const piece = timeline.take()
      mastering.master(piece.samples, levels[i] - levels[levels.length - 1], last)
      yield piece
    }
  }

  /** Refuses what cannot be said, and cuts the rest into runs. */
  private async plan(
    script: string,
    voice: PlayedVoice,
    { maxSeconds = NO_LIMIT, pronunciations }: Pick<SpeakOptions, 'maxSeconds' | 'pronunciations'>,
  ) {
    if ([...script].length > MAX_SCRIPT_CHARACTERS) {
      throw new StudioError(
        'input_too_long',
        `The script has ${[...script].length} characters. Shorten it to ${MAX_SCRIPT_CHARACTERS} or fewer.`,
        { param: 'input_tts' },
      )
    }
    const text = cleanCharacters(spokenText(script))
    requireLatinScript(text)
    requireEnglish(text)
    const runs = await this.runsOf(script, pronunciations)
    if (!runs.some(({ symbols }) => symbols.length > 0)) {
      throw new StudioError('empty_input', 'The script has nothing to say. Write at least one word.', {
        param: 'input_tts',
        code: 'nothing_to_say',
      })
    }
    const spoken = runs.map((run) => secondsOfRun(run, voice))
    const pauses = runs.slice(0, -1).map((run) => run.pause)
    const seconds = [OPENING, ...spoken, ...pauses, CLOSING].reduce((sum, part) => sum + part, 0)
    if (seconds > maxSeconds * ESTIMATE_MARGIN) throw tooLong(script, seconds, maxSeconds)
    return { runs, seconds }
  }

  private async runsOf(script: string, pronunciations?: readonly Pronunciation[]): Promise<Run[]> {
    const vocabulary = await this.openVocabulary()
    const runs = await planRuns(planScript(script), await this.openFrontEnd(), pronunciations)
    return runs.map((run) => ({
      ...run,
      symbols: run.symbols.filter(({ symbol }) => vocabulary.has(symbol)),
    }))
  }

  private async rehearse(voice: PlayedVoice): Promise<Sound> {
    const timeline = new Timeline(VOICE_RATE)
    for (const run of await this.runsOf(REHEARSAL)) {
      timeline.add(await this.say(run, voice, REHEARSAL_SEED), run.pause)
    }
    return timeline.take()
  }

  private async say(run: Run, voice: PlayedVoice, seed: number): Promise<RunSound> {
    const { style } = voice
    const { manner } = run
    if (run.sound) return makeRun(run.sound, manner, voice, seed)
    const whisper = manner.style === 'whispering'
    const model = await this.openModel(voice.model)
    const { speed, length } = paceOf(voice, run)
    const prediction = await model.predict(
      run.symbols.map(({ symbol }) => symbol),
      speed,
    )
    const shift = 2 ** (manner.semitones / 12)
    const played = {
      ...style,
      pitch: style.pitch * shift,
      centre: style.centre && style.centre * shift,
      range: style.range * manner.range,
      breath: style.breath + manner.breath,
      tone: manner.tilt === 0 ? style.tone : tilted(manner.tilt, style.tone),
      vibrato: manner.vibrato,
      sung: manner.style === 'singing',
      whisper,
    }
    const samples = vocode(prediction.spectra, played, seed)
    // What pitch, tilt and the loss of the voice do to the level differs from voice to voice.
    if (manner.emotion || manner.style) bringTo(samples, SPEECH_LOUDNESS + manner.level)
    const phones = phoneTimes(run.symbols, prediction, length)
    settlePauses(phones, samples, VOICE_RATE)
    return { samples, phones, manner }
  }

  private openFrontEnd(): Promise<FrontEnd> {
    this.frontEnd ??= FrontEnd.open(this.voicesDir)
    return this.frontEnd
  }

  private openVocabulary(): Promise<Vocabulary> {
    this.vocabulary ??= loadVocabulary(this.voicesDir)
    return this.vocabulary
  }

  private async openModel(name: string): Promise<AcousticModel> {
    const vocabulary = await this.openVocabulary()
    let model = this.models.get(name)
    if (!model) {
      model = AcousticModel.open(this.voicesDir, name, vocabulary)
      this.models.set(name, model)
    }
    return model
  }
}

/** A sound in place of words. Its loudness is no voice's own: it is set. */
function makeRun(sound: MadeSound, manner: Manner, { model, style }: PlayedVoice, seed: number): RunSound {
  const hertz = style.centre ?? style.pitch * MEAN_PITCH[model]
  const samples = makeSound(sound, { hertz, formant: style.formant }, seed)
  bringTo(samples, SPEECH_LOUDNESS + MADE_SOUND_LEVEL)
  return { samples, phones: mouthOf(sound).map((phone) => ({ ...phone, word: null })), manner }
}

/** Makes a sound so many LUFS loud, in place. Silence stays silent. */
function bringTo(samples: Float32Array, loudness: number): void {
  const own = integratedLoudness(samples, VOICE_RATE)
  if (!Number.isFinite(own)) return
  const factor = 10 ** ((loudness - own) / 20)
  for (let i = 0; i < samples.length; i++) samples[i] *= factor
}

function secondsOfRun(run: Run, voice: PlayedVoice): number {
  return run.sound ? secondsOf(run.sound) : expectedSeconds(run, voice.model, paceOf(voice, run).length)
}

/**
 * Loudness leaves out what lies 10 dB below the mean (BS.1770's gate). Of a run whose level is meant to be near there
 * some blocks pass: half of them this far below the mean, fewer the further, over so many dB.
 */
const GATE = 9
const GATE_WIDTH = 3

/** For each run how loud the script up to its end is meant to be, in dB of plain speech. */
function expectedLevels(runs: readonly Run[], voice: PlayedVoice): number[] {
  const parts = runs.map((run) => ({ level: run.manner.level, seconds: secondsOfRun(run, voice) }))
  return runs.map((_, i) => {
    const said = parts.slice(0, i + 1)
    const gate = meanLevel(said) - GATE
    const passing = (level: number) => 1 / (1 + Math.exp((gate - level) / GATE_WIDTH))
    return meanLevel(said.map(({ level, seconds }) => ({ level, seconds: seconds * passing(level) })))
  })
}

/** Level of the mean power of parts, in dB. */
function meanLevel(parts: readonly { level: number; seconds: number }[]): number {
  const power = parts.reduce((sum, { level, seconds }) => sum + seconds * 10 ** (level / 10), 0)
  return 10 * Math.log10(power / parts.reduce((sum, { seconds }) => sum + seconds, 0))
}

function paceOf(voice: PlayedVoice, run: Run): Pace {
  return paceFor(voice.style.speed * run.manner.speed)
}

function requirePreset(voice: string): PlayedVoice {
  const preset = findPreset(voice)
  if (preset) return preset
  const names = PRESETS.map(({ id }) => id).join(', ')
  throw new StudioError('unknown_voice', `There is no voice named "${voice}". Choose one of: ${names}.`, {
    param: 'input_tts',
  })
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StudioError('cancelled', 'The video was cancelled.')
}

function tooLong(script: string, seconds: number, maxSeconds: number): StudioError {
  const words = spokenText(script).split(/\s+/).filter(Boolean).length
  const spare = Math.max(1, Math.ceil(words * (1 - maxSeconds / seconds)))
  return new StudioError(
    'audio_too_long',
    `The script takes about ${Math.ceil(seconds)} seconds to say, and a video is at most ${maxSeconds}. Cut about ${spare} ${spare === 1 ? 'word' : 'words'}.`,
    { param: 'input_tts' },
  )
}
