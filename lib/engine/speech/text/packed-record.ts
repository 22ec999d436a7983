const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])
const BLANK = 0x20
const EMPTY = -1

/** What can be asked for by name: a Map, or a {@link PackedRecord}. */
export type Lookup<Value> = { get(key: string): Value | undefined }

/**
 * A large JSON object that stays JSON: its bytes, and a table of where each key begins, hashed. Parsed, a hundred
 * thousand entries would be as many objects on the heap, four times as large, and gone through again by each
 * collection of garbage; so an entry is parsed when it is asked for, which takes some microseconds.
 */
export class PackedRecord<Value> implements Lookup<Value> {
  private constructor(
    private readonly json: Buffer,
    /** Open addressing: a key's first quote, or EMPTY. The length is a power of two. */
    private readonly table: Int32Array,
  ) {}

  /**
   * @param json UTF-8, keys escaped as `JSON.stringify` does
   * @param start of the object's opening brace
   */
  static of<Value>(json: Buffer, start = 0): PackedRecord<Value> {
    const keys = keysOf(json, start)
    const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * keys.length + 1))).fill(EMPTY)
    for (const key of keys) {
      let slot = hash(json, key, endOfString(json, key)) & (table.length - 1)
      while (table[slot] !== EMPTY) slot = (slot + 1) & (table.length - 1)
      table[slot] = key
    }
    return new PackedRecord<Value>(json, table)
  }

  get(key: string): Value | undefined {
    const start = this.find(key)
    return start === undefined
      ? undefined
      : JSON.parse(this.json.toString('utf8', start, endOf(this.json, start)))
  }

  /** An entry that is an object itself, packed on the same bytes. */
  record<Inner>(key: string): PackedRecord<Inner> {
    const start = this.find(key)
    if (start === undefined) throw new TypeError(`There is no ${key} in this record.`)
    return PackedRecord.of<Inner>(this.json, start)
  }

  /** Where the value of a key begins. */
  private find(key: string): number | undefined {
    const { json, table } = this
    const wanted = Buffer.from(JSON.stringify(key))
    let slot = hash(wanted, 0, wanted.length) & (table.length - 1)
    for (; table[slot] !== EMPTY; slot = (slot + 1) & (table.length - 1)) {
      const end = table[slot] + wanted.length
      if (json.compare(wanted, 0, wanted.length, table[slot], end) === 0) return valueAfter(json, end)
    }
    return undefined
  }
}

/** Where each key of an object begins. */
function keysOf(json: Buffer, start: number): number[] {
  const keys: number[] = []
  for (let at = skipBlanks(json, start + 1); json[at] === QUOTE; ) {
    keys.push(at)
    at = skipBlanks(json, endOf(json, valueAfter(json, endOfString(json, at))))
    if (json[at] === COMMA) at = skipBlanks(json, at + 1)
  }
  return keys
}

/** Where the value begins of a key that ends at `at`. */
function valueAfter(json: Buffer, at: number): number {
  return skipBlanks(json, skipBlanks(json, at) + 1)
}

function skipBlanks(json: Buffer, at: number): number {
  while (json[at] <= BLANK) at++
  return at
}

/** Behind the value that begins at `at`. */
function endOf(json: Buffer, at: number): number {
  if (json[at] === QUOTE) return endOfString(json, at)
  let depth = 0
  for (;;) {
    const byte = json[at]
    if (depth === 0 && (byte === COMMA || CLOSING.has(byte) || at >= json.length)) return at
    if (byte === QUOTE) {
      at = endOfString(json, at)
      continue
    }
    at++
    if (OPENING.has(byte)) depth++
    else if (CLOSING.has(byte) && --depth === 0) return at
  }
}

/** Behind the string whose first quote is at `at`. */
function endOfString(json: Buffer, at: number): number {
  for (at++; json[at] !== QUOTE; at++) if (json[at] === BACKSLASH) at++
  return at + 1
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits. */
function hash(bytes: Buffer, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let i = from; i < to; i++) value = Math.imul(value ^ bytes[i], 0x01000193)
  // The low bits, which choose the slot, take part of the others in.
  return value ^ (value >>> 15)
}
