/**
 * Trains the viseme network on the engine's own voices, whose phone times are exact labels:
 *
 *     node --import ./bin/typescript.mjs scripts/train-visemes.ts OUT [SENTENCES] [EPOCHS] [FROM]
 *
 * OUT is the file of weights to write, FROM one to go on from; without it training begins with random weights. The
 * same arguments give the same weights on the same machine.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { seededRandom } from '@/lib/engine/motion/random'
import { createSpeaker } from '@/lib/engine/speech/speak'
import { logMel, MEL_BANDS } from '@/lib/engine/visemes/log-mel'
import { CONTEXT, normalise, SIZES, VISEMES } from '@/lib/engine/visemes/viseme-network'
import { augment, normal } from './visemes/augment'
import { type Spoken, speakSentences } from './visemes/corpus'
import { visemeLabels } from './visemes/labels'
import { createPerceptron, fromBytes, Trainer, toBytes } from './visemes/perceptron'

const VOICES_DIR = 'assets/voices'
/** The others, `nora` and `jake`, are kept for measuring. */
const VOICES = ['default', 'marcus', 'chloe', 'oliver', 'eleanor']
/** Times each sentence is heard: once as it is, then changed. */
const VERSIONS = 2
const HIGHEST_RATE = 1e-3
const LOWEST_RATE = 1e-5

/** Features and labels of something said; `first` counts its frames among all. */
type Example = { values: Float32Array; labels: Uint8Array; first: number }

const [out, sentences = '220', epochs = '4', from] = process.argv.slice(2)
if (!out) throw new Error('Name the file of weights to write.')
const random = seededRandom(1)

const examples: Example[] = []
let frames = 0
for await (const spoken of speakSentences(createSpeaker({ voicesDir: VOICES_DIR }), {
  voicesDir: VOICES_DIR,
  voices: VOICES,
  count: Number(sentences),
  seed: 1,
})) {
  addExample(spoken)
  for (let version = 1; version < VERSIONS; version++) addExample(augment(spoken, random))
}
console.log(`${frames} frames of ${examples.length} examples`)

const network = from ? fromBytes(SIZES, await readFile(from)) : createPerceptron(SIZES, () => normal(random))
const trainer = new Trainer(network, classWeights(), random)
const exampleOf = new Uint16Array(frames)
for (const [i, { first, labels }] of examples.entries()) exampleOf.fill(i, first, first + labels.length)
for (let epoch = 0; epoch < Number(epochs); epoch++) {
  const rate = (done: number) => HIGHEST_RATE * (1 - (epoch + done) / Number(epochs)) + LOWEST_RATE
  console.log(`epoch ${epoch + 1}: ${trainer.epoch(shuffled(frames), rate, fill).toFixed(3)} nats`)
  await writeFile(out, toBytes(network))
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

function shuffled(count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}
