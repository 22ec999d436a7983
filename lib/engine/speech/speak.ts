import { StudioError } from '@/lib/boson/errors'
import type { Utterance, VoiceDescription } from '@/lib/engine/types'
import { inspectAdded, speakAdded } from './added/added-speech'
import type { AddedVoice } from './added/added-voice'
import { AddedVoices } from './added/added-voices'
import { expectedLevels, type Part } from './expected-levels'
import { foreignLanguage, notEnglish } from './language'
import { VoiceMatcher } from './match/voice-matcher'
import { identityOf, OwnVoices, partsOf, secondsOfRun } from './own-voices'
import { findPreset, type PlayedVoice, PRESET_DESCRIPTIONS } from './presets'
import { spokenText } from './script'
import { nothingToSay, requireScriptLength, stopIfAborted, tooLong } from './script-limits'
import type { Speaker, SpeakOptions } from './speaker'
import { cleanCharacters, requireLatinScript } from './text/characters'
import { CLOSING, joinPieces, OPENING, type RunIdentity, type SpokenPiece, Timeline } from './timeline'
import { Mastering } from './voice/mastering'
import { VOICE_RATE } from './voice/vocoder'
import { wordTimes } from './word-times'

/** `inspect` refuses only what is surely too long: its estimate may be off by this factor. */
const ESTIMATE_MARGIN = 1.15
/**
 * A piece is at least this long: what the level of speech is told from (after 3 s it is within 0.7 dB of the whole's),
 * and what the first words of a long script wait for.
 */
const PIECE_SECONDS = 3

const NO_LIMIT = Number.POSITIVE_INFINITY

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
  private readonly own: OwnVoices
  private readonly matcher: VoiceMatcher
  private readonly added: AddedVoices

  constructor({ voicesDir, addedVoicesDir, warn = () => {} }: SpeakerOptions) {
    this.own = new OwnVoices(voicesDir)
    this.matcher = new VoiceMatcher((voice) => this.own.rehearse(voice))
    this.added = new AddedVoices({
      directory: addedVoicesDir,
      taken: PRESET_DESCRIPTIONS.map(({ id }) => id),
      frontEnd: () => this.own.openFrontEnd(),
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
      timeline.add(await this.own.say(run, voice, seed + i, parts[i].level), i === 0 ? 0 : runs[i - 1].pause)
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
      const sound = await this.own.say(run, voice, options.seed + from + i, parts[from + i].level)
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
    const runs = await this.own.runsOf(script, pronunciations)
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
}

function isAdded(voice: PlayedVoice | AddedVoice): voice is AddedVoice {
  return 'say' in voice
}
