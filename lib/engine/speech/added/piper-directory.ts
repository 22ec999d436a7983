import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { InferenceSession } from 'onnxruntime-node'
import { type AddedVoice, languageName } from './added-voice'
import { languageOf, type PiperConfig, piperConfigSchema } from './piper-config'
import type { Readers } from './piper-phonemes'
import { openPiper, type PiperModel, sayWithPiper } from './piper-voice'

/** Ids go into URLs and forms. */
const NAME = /^[A-Za-z0-9][\w.-]{0,63}$/
/** Of a model with more speakers than this, the first are voices. */
const MOST_SPEAKERS = 50

/** Takes one line about a file that cannot be used, or not wholly. */
export type Warn = (line: string) => void

/**
 * The voices of a directory: each `NAME.onnx` with a `NAME.onnx.json` in the format of Piper is the voice NAME; each
 * further speaker of a model with several is NAME-SPEAKER. What cannot be used is reported by its file, never thrown.
 */
export async function findPiperVoices(
  directory: string,
  readers: Readers,
  warn: Warn,
): Promise<AddedVoice[]> {
  const files = await readdir(directory).catch(() => {
    warn(`The voices' directory ${directory} cannot be read. Name an existing one in VOICES_DIR.`)
    return []
  })
  const sessions = new Sessions()
  const voices: AddedVoice[] = []
  for (const file of files.filter((name) => name.endsWith('.onnx')).sort()) {
    try {
      voices.push(...(await voicesOf(path.join(directory, file), readers, warn, sessions)))
    } catch (error) {
      warn(`The voice ${file} is left out: ${error instanceof Error ? error.message : error}`)
    }
  }
  return voices
}

async function voicesOf(
  file: string,
  readers: Readers,
  warn: Warn,
  sessions: Sessions,
): Promise<AddedVoice[]> {
  const name = path.basename(file, '.onnx')
  if (!NAME.test(name)) throw new Error('its name must be letters, digits, dots, hyphens and underscores')
  const config = await readConfig(`${file}.json`)
  const language = languageOf(config)
  const english = languageName(language) === 'English'
  if (config.phoneme_type === 'espeak' && !readers.espeakInstalled && !english) {
    throw new Error(`it speaks ${languageName(language)}, for which espeak-ng must be installed`)
  }
  await (await openPiper(file, config)).release()
  const model: PiperModel = { config, session: () => sessions.open(file, config) }
  const reported = new Set<string>()
  const report = (unknown: readonly string[]) => {
    for (const symbol of unknown) {
      if (reported.has(symbol)) continue
      reported.add(symbol)
      warn(`The voice ${path.basename(file)} has no phoneme for "${symbol}", which is left out.`)
    }
  }
  return speakersOf(config).map(({ suffix, index }) => ({
    id: `${name}${suffix}`,
    name: `${name}${suffix}`.replaceAll(/[_-]+/g, ' '),
    description: `${languageName(language)}, added here`,
    language,
    languageName: languageName(language),
    say: (text, manner, signal) => sayWithPiper(text, manner, model, index, readers, report, signal),
  }))
}

function speakersOf({ num_speakers, speaker_id_map }: PiperConfig): { suffix: string; index: number }[] {
  const named = Object.entries(speaker_id_map)
    .filter(([name, index]) => index > 0 && index < num_speakers && NAME.test(name))
    .sort(([, a], [, b]) => a - b)
    .map(([name, index]) => ({ suffix: `-${name}`, index }))
  return [{ suffix: '', index: 0 }, ...named.slice(0, MOST_SPEAKERS - 1)]
}

async function readConfig(file: string): Promise<PiperConfig> {
  const name = path.basename(file)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`there is no ${name} beside it`)
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error(`${name} is no JSON`)
  }
  const parsed = piperConfigSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`${name} is not as Piper writes it (${faults.join('; ')})`)
}

/** The network used last stays open; they are some 60 MB each. */
class Sessions {
  private last?: { file: string; session: Promise<InferenceSession> }

  open(file: string, config: PiperConfig): Promise<InferenceSession> {
    if (this.last?.file !== file) this.last = { file, session: openPiper(file, config) }
    return this.last.session
  }
}
