/**
 * Trains the viseme network on the engine's own voices, whose phone times are exact labels:
 *
 *     node --import ./bin/typescript.mjs scripts/train-visemes.ts OUT [SENTENCES] [EPOCHS] [FROM]
 *
 * OUT is the file of weights to write, FROM one to go on from; without it training begins with random weights. The
 * same arguments give the same weights on the same machine.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { normal, seededRandom } from '@/lib/engine/motion/random'
import { logMel, MEL_BANDS } from '@/lib/engine/visemes/log-mel'
import { CONTEXT, normalise, SIZES, VISEMES } from '@/lib/engine/visemes/viseme-network'
import { augment } from './visemes/augment'
import { type Spoken, speakSentences } from './visemes/corpus'
import { visemeLabels } from './visemes/labels'
import { notSpeech } from './visemes/not-speech'
import { createPerceptron, fromBytes, Trainer, toBytes } from './visemes/perceptron'

const VOICES_DIR = 'assets/voices'
/** Times each sentence is heard: once as it is, then changed. */
const VERSIONS = 4
/** After every so many sentences comes as much that is no speech. */
const SENTENCES_TO_NOT_SPEECH = 5
const NOT_SPEECH_SECONDS = 4
/** Neighbouring frames are much alike: an epoch takes every third, the next epoch others. */
const STRIDE = 3
const HIGHEST_RATE = 1e-3
const LOWEST_RATE = 1e-5

/** Features and labels of something said; `first` counts its frames among all. */
type Example = { values: Float32Array; labels: Uint8Array; first: number }

const [out, sentences = '800', epochs = '10', from] = process.argv.slice(2)
if (!out) throw new Error('Name the file of weights to write.')
const random = seededRandom(1005)

const examples: Example[] = []
let frames = 0
await hearExamples()
console.log(`${frames} frames of ${examples.length} examples`)

const network = from ? fromBytes(SIZES, await readFile(from)) : createPerceptron(SIZES, () => normal(random))
const trainer = new Trainer(network, classWeights(), random)
const exampleOf = new Uint16Array(frames)
for (const [i, { first, labels }] of examples.entries()) exampleOf.fill(i, first, first + labels.length)
for (let epoch = 0; epoch < Number(epochs); epoch++) {
  const rate = (done: number) => HIGHEST_RATE * (1 - (epoch + done) / Number(epochs)) + LOWEST_RATE
  const loss = trainer.epoch(shuffled(epoch % STRIDE), rate, fill)
  console.log(`epoch ${epoch + 1}: ${loss.toFixed(3)} nats`)
  await writeFile(out, toBytes(network))
}

async function hearExamples(): Promise<void> {
  const ffmpeg = await ffmpegPath(tmpdir())
  const others: Spoken[] = []
  for await (const spoken of speakSentences(VOICES_DIR, { count: Number(sentences), seed: 1000 })) {
    others.push(spoken)
    addExample(spoken)
    for (let version = 1; version < VERSIONS; version++) {
      addExample(augment(spoken, { random, others, ffmpeg }))
    }
    if (others.length % SENTENCES_TO_NOT_SPEECH === 1) {
      addExample({ samples: notSpeech(NOT_SPEECH_SECONDS, random), phones: [] })
    }
  }
}

function addExample({ samples, phones }: Spoken): void {
  const features = normalise(logMel(samples))
  examples.push({ values: features.values, labels: visemeLabels(phones, features.frames), first: frames })
  frames += features.frames
}

/** Writes what the network sees around a frame; returns the frame's class. */
function fill(index: number, input: Float32Array): number {
  const { values, labels, first } = examples[exampleOf[index]]
  const at = index - first
  for (const [i, offset] of CONTEXT.entries()) {
    const t = Math.min(labels.length - 1, Math.max(0, at + offset))
    input.set(values.subarray(t * MEL_BANDS, (t + 1) * MEL_BANDS), i * MEL_BANDS)
  }
  return labels[at]
}

/** 1/√frequency, so that rare classes count, scaled to a mean of 1. */
function classWeights(): Float32Array {
  const counts = new Float32Array(VISEMES.length)
  for (const { labels } of examples) for (const label of labels) counts[label]++
  const weights = counts.map((count) => 1 / Math.sqrt(count / frames))
  const mean = weights.reduce((sum, x) => sum + x, 0) / weights.length
  return weights.map((weight) => weight / mean)
}

/** Every third frame from one on, in random order (Fisher & Yates). */
function shuffled(offset: number): Uint32Array {
  const order = Uint32Array.from(
    { length: Math.floor((frames - offset) / STRIDE) },
    (_, i) => offset + i * STRIDE,
  )
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}
