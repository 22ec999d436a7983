import { StudioError } from '@/lib/boson/errors'
import type { Pronunciation, Sound, Utterance, VoiceDescription } from '@/lib/engine/types'
import { inspectAdded, speakAdded } from './added/added-speech'
import type { AddedVoice } from './added/added-voice'
import { AddedVoices } from './added/added-voices'
import type { Vocabulary } from './alphabet'
import { expectedSeconds } from './duration'
import { expectedLevels, type Part, underCeiling } from './expected-levels'
import { foreignLanguage, notEnglish } from './language'
import { VoiceMatcher } from './match/voice-matcher'
import { phoneTimes, settlePauses } from './phone-times'
import { findPreset, type PlayedVoice, PRESET_DESCRIPTIONS, type TrainedVoice } from './presets'
import { keyOf, planRuns, type Run } from './runs'
import { type Manner, planScript, spokenText } from './script'
import { nothingToSay, requireScriptLength, stopIfAborted, tooLong } from './script-limits'
import { cleanCharacters, requireLatinScript } from './text/characters'
import { FrontEnd } from './text/front-end'
import {
  CLOSING,
  joinPieces,
  OPENING,
  type RunIdentity,
  type RunSound,
  type SpokenPiece,
  Timeline,
} from './timeline'
import { AcousticModel, loadVocabulary } from './voice/acoustic-model'
import { type MadeSound, makeSound, mouthOf, secondsOf } from './voice/made-sounds'
import { bringTo, Mastering } from './voice/mastering'
import { tilted } from './voice/tone'
import { VOICE_RATE, vocode } from './voice/vocoder'
import { wordTimes } from './word-times'

export type SpeakOptions = {
  /** Id of a voice. Without meaning where there is a reference. */
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

/** Says scripts in the studio's own voices and in added ones. */
export interface Speaker {
  /** Every voice there is: the presets first. */
  voices(): Promise<VoiceDescription[]>
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
   * The runs that a script is said in, without saying them; null for an added voice, whose sounds nobody knows.
   * @throws StudioError as `inspect`
   */
  outline(script: string, options: SpeakOptions): Promise<RunIdentity[] | null>
  /**
   * Says some runs of a script, or none, as they stand in it: with the silence that belongs before and after, as loud as
   * they would be in the whole.
   * @throws StudioError as `speak`
   */
  passage(script: string, runs: { from: number; to: number }, options: SpeakOptions): Promise<SpokenPiece>
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

type SpeakerOptions = {
  /** Folder with the voices and the data to read English (`assets/voices`). */
  voicesDir: string
  /** Folder with an operator's voices in the format of Piper. */
  addedVoicesDir?: string
  /** Takes a line about each of those that cannot be used. */
  warn?: (line: string) => void
}

/** Models are opened, and added voices looked for, on first use. */
export function createSpeaker(options: SpeakerOptions): Speaker {
  return new StudioSpeaker(options)
}

class StudioSpeaker implements Speaker {
  private frontEnd?: Promise<FrontEnd>
  private vocabulary?: Promise<Vocabulary>
  private readonly models = new Map<string, Promise<AcousticModel>>()
  private readonly matcher = new VoiceMatcher((voice) => this.rehearse(voice))

  private readonly voicesDir: string
  private readonly added: AddedVoices

  constructor({ voicesDir, addedVoicesDir, warn = () => {} }: SpeakerOptions) {
    this.voicesDir = voicesDir
    this.added = new AddedVoices({
      directory: addedVoicesDir,
      taken: PRESET_DESCRIPTIONS.map(({ id }) => id),
      frontEnd: () => this.openFrontEnd(),
      warn,
    })
  }

  async voices(): Promise<VoiceDescription[]> {
    const added = await this.added.list()
    return [
      ...PRESET_DESCRIPTIONS,
      ...added.map(({ id, name, description, language }) => ({ id, name, description, language })),
    ]
  }

  async inspect(script: string, voice: string, options: Parameters<Speaker['inspect']>[2] = {}) {
    const chosen = await this.choose(voice)
    if (isAdded(chosen)) return inspectAdded(script, chosen, options.maxSeconds ?? NO_LIMIT)
    const { seconds } = await this.plan(script, chosen, options)
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

  async *pieces(script: string, options: SpeakOptions): AsyncGenerator<SpokenPiece> {
    const { pronunciations, seed, maxSeconds = NO_LIMIT, signal, onProgress } = options
    const voice = await this.voiceOf(options)
    if (isAdded(voice)) return yield* speakAdded(script, voice, options)
    const { runs, seconds } = await this.plan(script, voice, { maxSeconds, pronunciations })
    const parts = partsOf(runs, voice)
    const levels = expectedLevels(parts)
    const mayBeTooLong = seconds * ESTIMATE_MARGIN > maxSeconds
    const timeline = new Timeline(VOICE_RATE)
    const mastering = new Mastering(VOICE_RATE)
    for (const [i, run] of runs.entries()) {
      stopIfAborted(signal)
      const last = i === runs.length - 1
      timeline.add(await this.say(run, voice, seed + i, parts[i].level), i === 0 ? 0 : runs[i - 1].pause)
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

  async outline(script: string, options: SpeakOptions): Promise<RunIdentity[] | null> {
    const voice = await this.voiceOf(options)
    if (isAdded(voice)) return null
    const { runs } = await this.plan(script, voice, options)
    return runs.map(identityOf)
  }

  async passage(
    script: string,
    { from, to }: { from: number; to: number },
    options: SpeakOptions,
  ): Promise<SpokenPiece> {
    const voice = await this.voiceOf(options)
    if (isAdded(voice)) throw new TypeError('an added voice says its script whole')
    const { runs } = await this.plan(script, voice, options)
    const timeline = new Timeline(VOICE_RATE, runs[from - 1]?.pause)
    const said = runs.slice(from, to)
    const parts = partsOf(runs, voice)
    for (const [i, run] of said.entries()) {
      stopIfAborted(options.signal)
      const sound = await this.say(run, voice, options.seed + from + i, parts[from + i].level)
      timeline.add(sound, i === 0 ? 0 : said[i - 1].pause)
      await new Promise(setImmediate)
    }
    if (to === runs.length) timeline.close()
    else timeline.closeBefore(runs[to - 1]?.pause ?? OPENING)
    const piece = timeline.take()
    const level = (some: readonly Part[]) => expectedLevels(some).at(-1) ?? 0
    if (said.length > 0) {
      new Mastering(VOICE_RATE).master(piece.samples, level(parts.slice(from, to)) - level(parts))
    }
    return piece
  }

  private async voiceOf({ voice, reference }: SpeakOptions): Promise<PlayedVoice | AddedVoice> {
    return reference ? this.matcher.match(reference) : this.choose(voice)
  }

  /** Refuses what cannot be said, and cuts the rest into runs. */
  private async plan(
    script: string,
    voice: PlayedVoice,
    { maxSeconds = NO_LIMIT, pronunciations }: Pick<SpeakOptions, 'maxSeconds' | 'pronunciations'>,
  ) {
    requireScriptLength(script)
    const text = cleanCharacters(spokenText(script))
    requireLatinScript(text)
    await this.requireEnglish(text)
    const runs = await this.runsOf(script, pronunciations)
    if (!runs.some(({ symbols }) => symbols.length > 0)) throw nothingToSay()
    const spoken = runs.map((run) => secondsOfRun(run, voice))
    const pauses = runs.slice(0, -1).map((run) => run.pause)
    const seconds = [OPENING, ...spoken, ...pauses, CLOSING].reduce((sum, part) => sum + part, 0)
    if (seconds > maxSeconds * ESTIMATE_MARGIN) throw tooLong(script, seconds, maxSeconds)
    return { runs, seconds }
  }

  private async requireEnglish(text: string): Promise<void> {
    const language = foreignLanguage(text)
    if (language !== null) throw notEnglish(language, await this.added.speaking(language))
  }

  /** @throws StudioError `unknown_voice` */
  private async choose(id: string): Promise<PlayedVoice | AddedVoice> {
    const voice = findPreset(id) ?? (await this.added.find(id))
    if (voice) return voice
    const names = (await this.voices()).map((known) => known.id).join(', ')
    throw new StudioError('unknown_voice', `There is no voice named "${id}". Choose one of: ${names}.`, {
      param: 'input_tts',
    })
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
      timeline.add(await this.say(run, voice, REHEARSAL_SEED, run.manner.level), run.pause)
    }
    return timeline.take()
  }

  /** @param level in dB of plain speech */
  private async say(run: Run, voice: PlayedVoice, seed: number, level: number): Promise<RunSound> {
    const { style } = voice
    const { manner } = run
    if (run.sound) return { ...makeRun(run.sound, manner, voice, seed), identity: identityOf(run) }
    const whisper = manner.style === 'whispering'
    const model = await this.openModel(voice.model)
    const rate = rateOf(voice, run)
    const prediction = await model.predict(
      run.symbols.map(({ symbol }) => symbol),
      rate,
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
    const asSpoken = !manner.emotion && !manner.style && level === manner.level
    if (!asSpoken) bringTo(samples, VOICE_RATE, SPEECH_LOUDNESS + level)
    const phones = phoneTimes(run.symbols, prediction, rate)
    settlePauses(phones, samples, VOICE_RATE)
    return { samples, phones, manner, identity: identityOf(run) }
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
  bringTo(samples, VOICE_RATE, SPEECH_LOUDNESS + MADE_SOUND_LEVEL)
  return { samples, phones: mouthOf(sound).map((phone) => ({ ...phone, word: null })), manner }
}

function identityOf(run: Run): RunIdentity {
  return { key: keyOf(run), pause: run.pause }
}

/** How loud each run of a whole script is said, and how long it is expected to take. */
function partsOf(runs: readonly Run[], voice: PlayedVoice): readonly Part[] {
  return underCeiling(runs.map((run) => ({ level: run.manner.level, seconds: secondsOfRun(run, voice) })))
}

function secondsOfRun(run: Run, voice: PlayedVoice): number {
  return run.sound ? secondsOf(run.sound) : expectedSeconds(run, voice.model, rateOf(voice, run))
}

/** 1 is the trained voice's own pace. */
function rateOf(voice: PlayedVoice, run: Run): number {
  return voice.style.speed * run.manner.speed
}

function isAdded(voice: PlayedVoice | AddedVoice): voice is AddedVoice {
  return 'say' in voice
}
