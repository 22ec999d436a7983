import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { resample } from '@/lib/engine/audio/resample'
import { seededRandom } from '@/lib/engine/motion/random'
import type { Vocabulary } from '@/lib/engine/speech/alphabet'
import { phoneTimes, settlePauses } from '@/lib/engine/speech/phone-times'
import { PRESETS, TRAINED_VOICES, type TrainedVoice, type VoiceStyle } from '@/lib/engine/speech/presets'
import { planRuns, type Run } from '@/lib/engine/speech/runs'
import { planScript } from '@/lib/engine/speech/script'
import { FrontEnd } from '@/lib/engine/speech/text/front-end'
import { type RunSound, Timeline } from '@/lib/engine/speech/timeline'
import { AcousticModel, loadVocabulary } from '@/lib/engine/speech/voice/acoustic-model'
import { tilted } from '@/lib/engine/speech/voice/tone'
import { VOICE_RATE, vocode } from '@/lib/engine/speech/voice/vocoder'
import type { Phone } from '@/lib/engine/types'
import { MEL_SAMPLE_RATE } from '@/lib/engine/visemes/log-mel'

/** Something said, at 16 kHz, with its phones. */
export type Spoken = { samples: Float32Array; phones: readonly Phone[] }

/** Presets kept for measuring: nobody of their pitch and formants is in the corpus. */
const HELD_OUT = PRESETS.filter(({ id }) => id === 'nora' || id === 'jake')
const HELD_OUT_WIDTH = { pitch: 0.05, formant: 0.025 }

/** Half of running speech is made of these. */
const FUNCTION_WORDS =
  'the of and to a in that it is was for on you he be with as by at have are this not but had his they from she which ' +
  'or we an were been their has would what will there if can all my so about them up me some her when could time now'
const FUNCTION_SHARE = 0.4

/** Says `count` sentences of random words, each in another voice: the trained ones, their controls set at random. */
export async function* speakSentences(
  voicesDir: string,
  { count, seed }: { count: number; seed: number },
): AsyncGenerator<Spoken> {
  const speaker = await openVoices(voicesDir)
  const words = await lexiconWords(voicesDir)
  const random = seededRandom(seed)
  for (let i = 0; i < count; i++) {
    const model = TRAINED_VOICES[i % TRAINED_VOICES.length]
    yield speaker.say(randomSentence(words, random), model, randomStyle(model, random), seed + i)
  }
}

function randomSentence(words: readonly string[], random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]
  const frequent = FUNCTION_WORDS.split(' ')
  const length = 6 + Math.floor(random() * 8)
  const sentence = Array.from({ length }, () => pick(random() < FUNCTION_SHARE ? frequent : words))
  if (random() < 0.5) sentence[Math.floor(length / 2)] += ','
  return `${sentence.join(' ')}${random() < 0.15 ? '?' : '.'}`
}

/** Within what sounds like a person, and some way beyond. */
function randomStyle(model: TrainedVoice, random: () => number): VoiceStyle {
  const between = (low: number, high: number) => low + random() * (high - low)
  const style = {
    pitch: between(0.68, 1.35),
    formant: between(0.85, 1.17),
    range: between(0.6, 1.6),
    breath: between(-0.4, 0.9),
    speed: between(0.8, 1.25),
    tone: tilted(between(-2.5, 2)),
  }
  const isHeldOut = HELD_OUT.some(
    (preset) =>
      preset.model === model &&
      Math.abs(style.pitch - preset.style.pitch) < HELD_OUT_WIDTH.pitch &&
      Math.abs(style.formant - preset.style.formant) < HELD_OUT_WIDTH.formant,
  )
  return isHeldOut ? randomStyle(model, random) : style
}

async function openVoices(voicesDir: string) {
  const frontEnd = await FrontEnd.open(voicesDir)
  const vocabulary = await loadVocabulary(voicesDir)
  const models = new Map<TrainedVoice, AcousticModel>()
  for (const name of TRAINED_VOICES) models.set(name, await AcousticModel.open(voicesDir, name, vocabulary))

  return {
    async say(text: string, voice: TrainedVoice, style: VoiceStyle, seed: number): Promise<Spoken> {
      const model = models.get(voice)
      if (!model) throw new Error(`no voice ${voice}`)
      const timeline = new Timeline(VOICE_RATE)
      for (const run of await planRuns(planScript(text), frontEnd)) {
        timeline.add(await sayRun(run, model, vocabulary, style, seed), run.pause)
      }
      timeline.close()
      const { phones, ...sound } = timeline.take()
      return { samples: resample(sound, MEL_SAMPLE_RATE).samples, phones }
    },
  }
}

async function sayRun(
  run: Run,
  model: AcousticModel,
  vocabulary: Vocabulary,
  style: VoiceStyle,
  seed: number,
): Promise<RunSound> {
  const symbols = run.symbols.filter(({ symbol }) => vocabulary.has(symbol))
  const prediction = await model.predict(
    symbols.map(({ symbol }) => symbol),
    style.speed,
  )
  const samples = vocode(prediction.spectra, { ...style, whisper: false }, seed)
  const phones = phoneTimes(symbols, prediction, style.speed)
  settlePauses(phones, samples, VOICE_RATE)
  return { samples, phones, manner: run.manner }
}

async function lexiconWords(voicesDir: string): Promise<string[]> {
  const file = gunzipSync(await readFile(join(voicesDir, 'lexicon_us_gold.json.gz')))
  return Object.keys(JSON.parse(file.toString())).filter((word) => /^[a-z]{2,10}$/.test(word))
}
