import { writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A network with the inputs and the output of a Piper voice, some hundred bytes long, for tests: a steady tone of
 * `SAMPLES_AN_ID · length scale` samples an id, the higher the larger the ids (and the speaker) are, under noise as loud
 * as the noise scale says.
 */

export const SAMPLES_AN_ID = 600

/** Symbols of the map that rhasspy/piper publishes for espeak voices, in its order: each one's id is its index. */
export const PIPER_SYMBOLS = [
  ..."_^$ !'(),-.:;?abcdefhijklmnopqrstuvwxyzæçðøħŋœǀǁǂǃɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢʲˈˌːˑ˞βθχᵻⱱ0123456789",
  ...[
    '\u0327',
    '\u0303',
    '\u032a',
    '\u032f',
    '\u0329',
    'ʰ',
    'ˤ',
    'ε',
    '↓',
    '#',
    '"',
    '↑',
    '\u033a',
    '\u033b',
  ],
]

export const PIPER_CONFIG = {
  audio: { sample_rate: 22_050, quality: 'medium' },
  espeak: { voice: 'en-us' },
  inference: { noise_scale: 0.667, length_scale: 1, noise_w: 0.8 },
  phoneme_type: 'espeak',
  phoneme_map: {},
  phoneme_id_map: Object.fromEntries(PIPER_SYMBOLS.map((symbol, id) => [symbol, [id]])),
  num_symbols: 256,
  num_speakers: 1,
  speaker_id_map: {},
  language: { code: 'en_US' },
}

/** Writes `NAME.onnx` and `NAME.onnx.json`; `changes` to the configuration. */
export function writePiperVoice(directory: string, name: string, changes: object = {}): void {
  const config = { ...PIPER_CONFIG, ...changes }
  writeFileSync(path.join(directory, `${name}.onnx`), piperModel(config.num_speakers > 1))
  writeFileSync(path.join(directory, `${name}.onnx.json`), JSON.stringify(config))
}

const FLOAT = 1
const INT64 = 7

/** The network as ONNX's protobuf (onnx.proto: the numbers are its fields'). */
export function piperModel(manySpeakers = false): Buffer {
  const nodes = [
    node('Cast', ['input'], 'ids', { to: FLOAT }),
    node('ReduceMean', ['ids'], 'height', { keepdims: 0 }),
    node('Shape', ['input'], 'shape'),
    node('Gather', ['shape', 'one'], 'count'),
    node('Cast', ['count'], 'many', { to: FLOAT }),
    node('Gather', ['scales', 'one'], 'length'),
    node('Gather', ['scales', 'zero'], 'loudness'),
    node('Mul', ['many', 'length'], 'units'),
    node('Mul', ['units', 'samplesAnId'], 'end'),
    node('Range', ['nought', 'end', 'step'], 'moments'),
    node('Mul', ['height', 'turnAnId'], 'turn'),
    ...(manySpeakers
      ? [
          node('Cast', ['sid'], 'speaker', { to: FLOAT }),
          node('Mul', ['speaker', 'turnASpeaker'], 'higher'),
          node('Add', ['turn', 'higher'], 'turns'),
        ]
      : [node('Identity', ['turn'], 'turns')]),
    node('Mul', ['moments', 'turns'], 'phases'),
    node('Sin', ['phases'], 'tone'),
    node('RandomNormalLike', ['tone'], 'random'),
    node('Mul', ['random', 'loudness'], 'noise'),
    node('Add', ['tone', 'noise'], 'sound'),
    node('Mul', ['sound', 'level'], 'quieter'),
    node('Reshape', ['quieter', 'asPiper'], 'output'),
  ]
  const constants = [
    integers('zero', [], [0]),
    integers('one', [], [1]),
    integers('asPiper', [4], [1, 1, 1, -1]),
    float('nought', 0),
    float('step', 1),
    float('samplesAnId', SAMPLES_AN_ID),
    float('turnAnId', 0.001),
    float('turnASpeaker', 0.02),
    float('level', 0.3),
  ]
  const inputs = [
    value('input', INT64, [1, 'symbols']),
    value('input_lengths', INT64, [1]),
    value('scales', FLOAT, [3]),
    ...(manySpeakers ? [value('sid', INT64, [1])] : []),
  ]
  const graph = Buffer.concat([
    ...nodes.map((bytes) => field(1, bytes)),
    field(2, 'voice'),
    ...constants.map((bytes) => field(5, bytes)),
    ...inputs.map((bytes) => field(11, bytes)),
    field(12, value('output', FLOAT, [1, 1, 1, 'time'])),
  ])
  return Buffer.concat([number(1, 8), field(7, graph), field(8, number(2, 13))])
}

function node(operator: string, inputs: string[], output: string, attributes: Record<string, number> = {}) {
  return Buffer.concat([
    ...inputs.map((name) => field(1, name)),
    field(2, output),
    field(4, operator),
    ...Object.entries(attributes).map(([name, i]) =>
      field(5, Buffer.concat([field(1, name), number(3, i), number(20, 2)])),
    ),
  ])
}

function integers(name: string, dims: number[], values: number[]): Buffer {
  return tensor(name, dims, INT64, Buffer.from(BigInt64Array.from(values, BigInt).buffer))
}

function float(name: string, x: number): Buffer {
  return tensor(name, [], FLOAT, Buffer.from(Float32Array.of(x).buffer))
}

function tensor(name: string, dims: number[], type: number, raw: Buffer): Buffer {
  return Buffer.concat([...dims.map((n) => number(1, n)), number(2, type), field(8, name), field(9, raw)])
}

function value(name: string, type: number, dims: (number | string)[]): Buffer {
  const shape = dims.map((dim) => field(1, typeof dim === 'number' ? number(1, dim) : field(2, dim)))
  return Buffer.concat([
    field(1, name),
    field(2, field(1, Buffer.concat([number(1, type), field(2, Buffer.concat(shape))]))),
  ])
}

/** A field of text or bytes. */
function field(id: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([varint((id << 3) | 2), varint(bytes.length), bytes])
}

/** A field of a small whole number. */
function number(id: number, n: number): Buffer {
  return Buffer.concat([varint(id << 3), varint(n)])
}

function varint(n: number): Buffer {
  const bytes: number[] = []
  for (let rest = n; ; rest >>>= 7) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest & 127) | 128)
  }
}
