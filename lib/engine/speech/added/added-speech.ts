import { StudioError } from '@/lib/boson/errors'
import { withoutPronunciations } from '@/lib/boson/pronunciations'
import { WHOLE_WORD } from '../alphabet'
import { expectedLevels } from '../expected-levels'
import { foreignLanguage, TOLD_LANGUAGES } from '../language'
import { type Manner, planScript, spokenText } from '../script'
import { nothingToSay, requireScriptLength, stopIfAborted, tooLong } from '../script-limits'
import type { SpeakOptions } from '../speaker'
import { CLOSING, OPENING, type SpokenPiece, Timeline } from '../timeline'
import { bringTo, Mastering } from '../voice/mastering'
import { VOICE_RATE } from '../voice/vocoder'
import type { AddedVoice } from './added-voice'
import { writtenSentences } from './sentences'
import { estimateWords } from './word-estimate'

const SENTENCE_PAUSE = 0.34
const LINE_PAUSE = 0.55
/** Between two parts of one sentence that are said differently, or that a pause tag cuts. */
const PART_PAUSE = 0.1
/** Of plain speech before mastering, in LUFS. */
const SPEECH_LOUDNESS = -25
/** Letters and digits a second, and how far off that may be: voices and languages differ. */
const CHARACTERS_A_SECOND = 14
const ESTIMATE_MARGIN = 1.6
/** A piece is at least this long: what the level of speech is told from. */
const PIECE_SECONDS = 3

/** One sentence, or the part of one that is said in one manner, and the silence that follows. */
type Run = { text: string; manner: Manner; pause: number }

/**
 * Expected seconds of a script in an added voice.
 * @throws StudioError as `Speaker.inspect`; `language_not_supported` where the script is plainly in another language
 *   than the voice's
 */
export function inspectAdded(script: string, voice: AddedVoice, maxSeconds: number): { seconds: number } {
  const { seconds } = plan(script, voice, maxSeconds)
  return { seconds }
}

/** A script in an added voice, piece by piece, as `Speaker.pieces` gives it: of its phones only the words are known. */
export async function* speakAdded(
  script: string,
  voice: AddedVoice,
  { pronunciations, maxSeconds = Number.POSITIVE_INFINITY, signal, onProgress }: SpeakOptions,
): AsyncGenerator<SpokenPiece> {
  const { runs, seconds } = plan(script, voice, maxSeconds)
  const levels = expectedLevels(runs.map((run) => ({ level: run.manner.level, seconds: secondsOf(run) })))
  const mayBeTooLong = seconds * ESTIMATE_MARGIN > maxSeconds
  const timeline = new Timeline(VOICE_RATE)
  const mastering = new Mastering(VOICE_RATE)
  let heard = false
  for (const [i, { text, manner }] of runs.entries()) {
    stopIfAborted(signal)
    const sound = await voice.say(text, { ...manner, pronunciations }, signal)
    bringTo(sound.samples, VOICE_RATE, SPEECH_LOUDNESS + manner.level)
    const run = { samples: sound.samples, phones: estimateWords(withoutPronunciations(text), sound), manner }
    timeline.add(run, runs[i - 1]?.pause ?? 0)
    heard ||= run.phones.some(({ symbol }) => symbol === WHOLE_WORD)
    const last = i === runs.length - 1
    if (last && !heard) throw nothingToSay()
    if (last) timeline.close()
    if (timeline.seconds > maxSeconds) throw tooLong(script, Math.max(seconds, timeline.seconds), maxSeconds)
    onProgress?.((i + 1) / runs.length)
    if (!last && (mayBeTooLong || timeline.untaken < PIECE_SECONDS)) continue
    const piece = timeline.take()
    mastering.master(piece.samples, levels[i] - levels[levels.length - 1], last)
    yield piece
  }
}

/** Refuses what cannot be said, and cuts the rest into sentences. */
function plan(script: string, voice: AddedVoice, maxSeconds: number) {
  requireScriptLength(script)
  requireLanguage(script, voice)
  const runs = runsOf(script, voice.language)
  if (runs.length === 0) throw nothingToSay()
  const seconds = runs.reduce((sum, run) => sum + secondsOf(run) + run.pause, OPENING + CLOSING)
  if (seconds > maxSeconds * ESTIMATE_MARGIN) throw tooLong(script, seconds, maxSeconds)
  return { runs, seconds }
}

/** Sounds of `sfx` tags are left out: they would be another's. */
function runsOf(script: string, language: string): Run[] {
  const runs: Run[] = []
  let asked = 0
  for (const part of planScript(script)) {
    if (part.kind === 'pause') {
      asked += part.seconds
      const last = runs.at(-1)
      if (last) last.pause = Math.max(last.pause, asked)
    }
    if (part.kind !== 'words') continue
    const { text, manner, continues } = part
    const sentences = writtenSentences(text, language)
    for (const [i, sentence] of sentences.entries()) {
      const ends = sentence.endsLine ? LINE_PAUSE : SENTENCE_PAUSE
      const last = i === sentences.length - 1
      runs.push({
        text: sentence.text,
        manner,
        pause: last ? (continues ? PART_PAUSE : SENTENCE_PAUSE) : ends,
      })
    }
    if (sentences.length > 0) asked = 0
  }
  return runs
}

function secondsOf({ text, manner }: Run): number {
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / CHARACTERS_A_SECOND / manner.speed
}

/** Scandinavian languages are too alike to tell apart for sure. */
const ALIKE = new Set(['Danish', 'Norwegian', 'Swedish'])

function requireLanguage(script: string, { name, languageName }: AddedVoice): void {
  const language = foreignLanguage(spokenText(script))
  if (language === null || language === languageName) return
  if (languageName !== 'English' && !TOLD_LANGUAGES.has(languageName)) return
  if (ALIKE.has(language) && ALIKE.has(languageName)) return
  throw new StudioError(
    'invalid_request',
    `The script is in ${language}, but the voice ${name} speaks ${languageName}. Choose a voice that speaks ${language}, or write the script in ${languageName}.`,
    { param: 'input_tts', code: 'language_not_supported' },
  )
}
