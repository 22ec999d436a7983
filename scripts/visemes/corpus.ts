import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { resample } from '@/lib/engine/audio/resample'
import { seededRandom } from '@/lib/engine/motion/random'
import type { Speaker } from '@/lib/engine/speech/speak'
import type { Phone } from '@/lib/engine/types'
import { MEL_SAMPLE_RATE } from '@/lib/engine/visemes/log-mel'

/** Something said, at 16 kHz, with its phones. */
export type Spoken = { samples: Float32Array; phones: readonly Phone[] }

/** Says `count` sentences of random words of the lexicon, in the given voices by turns. */
export async function* speakSentences(
  speaker: Speaker,
  { voicesDir, voices, count, seed }: { voicesDir: string; voices: string[]; count: number; seed: number },
): AsyncGenerator<Spoken> {
  const words = await lexiconWords(voicesDir)
  const random = seededRandom(seed)
  for (let i = 0; i < count; i++) {
    const length = 5 + Math.floor(random() * 7)
    const sentence = Array.from({ length }, () => words[Math.floor(random() * words.length)])
    if (random() < 0.3) sentence[Math.floor(length / 2)] += ','
    const voice = voices[i % voices.length]
    const speech = await speaker.speak(`${sentence.join(' ')}.`, { voice, seed: seed + i })
    yield { samples: resample(speech, MEL_SAMPLE_RATE).samples, phones: speech.phones }
  }
}

async function lexiconWords(voicesDir: string): Promise<string[]> {
  const file = gunzipSync(await readFile(join(voicesDir, 'lexicon_us_gold.json.gz')))
  return Object.keys(JSON.parse(file.toString())).filter((word) => /^[a-z]{2,9}$/.test(word))
}
