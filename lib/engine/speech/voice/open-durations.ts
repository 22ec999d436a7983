/** A voice's graph divides what it predicts for each symbol, under this name, by `speed`, and rounds. */
export const DURATIONS_WANTED = '/Sub_output_0'

/** `speed` among the graph's inputs: floats of the shape [1] (ValueInfoProto of onnx.proto). */
const ONE_SPEED = Buffer.from('0a057370656564120a0a08080112040a020801', 'hex')
/** Its last two bytes instead: a length without a name, which may be any. */
const ANY_LENGTH = Buffer.from('1200', 'hex')
/** An output of floats, one for each symbol. */
const FLOATS = Buffer.from('120a0a08080112040a021200', 'hex')

/**
 * A trained voice's ONNX file so that the length of each symbol can be told: `speed` may be one number for each id, and
 * the unrounded durations come out too. Both are there already, the division broadcasts, only the file's declarations
 * hide it. An output is declared by what is appended: of a protobuf message that comes in two parts the lists are joined.
 * @throws Error where the file is no such voice
 */
export function openDurations(model: Buffer): Uint8Array {
  const at = model.indexOf(ONE_SPEED)
  if (at < 0 || !model.includes(DURATIONS_WANTED))
    throw new Error('The voice model does not divide by a speed')
  const opened = Buffer.concat([model, declaredOutput(DURATIONS_WANTED)])
  opened.set(ANY_LENGTH, at + ONE_SPEED.length - ANY_LENGTH.length)
  return opened
}

/** `ModelProto { graph { output { name, type } } }`. */
function declaredOutput(name: string): Buffer {
  const [nameField, outputField, graphField] = [1, 12, 7]
  return message(
    graphField,
    message(outputField, Buffer.concat([message(nameField, Buffer.from(name)), FLOATS])),
  )
}

/** A field of bytes in protobuf's wire format; lengths under 128 are one byte. */
function message(field: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(field << 3) | 2, content.length]), content])
}
