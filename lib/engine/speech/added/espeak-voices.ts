import type { Sound } from '@/lib/engine/types'
import { resample } from '../../audio/resample'
import { VOICE_RATE } from '../voice/vocoder'
import { type AddedManner, type AddedVoice, languageName } from './added-voice'
import { espeak } from './espeak-process'
import { plainText } from './plain-text'

/** The languages `foreignLanguage` tells from English. */
const LANGUAGES = 'de fr es it pt nl pl sv da nb tr id cs ro hu fi vi'.split(' ')

/** Words a minute of its default pace, and what it takes. */
const PACE = { normal: 160, least: 80, most: 400 }
/** Its pitch goes from 0 to 99, 50 its own; so many steps are a semitone around there. */
const STEPS_A_SEMITONE = 6

/** Its sound is a WAV whose header, written before the end was known, tells no length. */
const HEADER_BYTES = 44

/**
 * The voices of `espeak-ng`, where it is installed: one for each language that scripts are told to be in. Clear, robotic.
 * None where it is absent.
 */
export async function findEspeakVoices(): Promise<AddedVoice[]> {
  const listed = await espeak(['--voices'], '').then(String, () => '')
  const installed = new Set(listed.split('\n').map((line) => line.trim().split(/\s+/)[1]?.split('-')[0]))
  return LANGUAGES.filter((language) => installed.has(language)).map((language) => ({
    id: `espeak-${language}`,
    name: languageName(language),
    description: 'robotic, espeak-ng',
    language,
    languageName: languageName(language),
    say: (text, manner, signal) => say(language, text, manner, signal),
  }))
}

async function say(
  language: string,
  text: string,
  { speed, semitones, style }: AddedManner,
  signal?: AbortSignal,
): Promise<Sound> {
  const pace = Math.round(Math.max(PACE.least, Math.min(PACE.most, PACE.normal * speed)))
  const pitch = Math.round(Math.max(0, Math.min(99, 50 + STEPS_A_SEMITONE * semitones)))
  const voice = style === 'whispering' ? `${language}+whisper` : language
  const args = ['-v', voice, '-s', String(pace), '-p', String(pitch), '--stdin', '--stdout']
  const wav = await espeak(args, plainText(text), signal)
  const sampleRate = wav.length < HEADER_BYTES ? VOICE_RATE : wav.readUInt32LE(24)
  const length = Math.max(0, (wav.length - HEADER_BYTES) >> 1)
  const samples = Float32Array.from({ length }, (_, i) => wav.readInt16LE(HEADER_BYTES + 2 * i) / 32_768)
  return resample({ samples, sampleRate }, VOICE_RATE)
}
