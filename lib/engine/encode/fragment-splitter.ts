const HEADER_BYTES = 8
/** With a 64-bit size behind the type. */
const LONG_HEADER_BYTES = 16
/** A fragment of some tenths of a second has tens of kilobytes; beyond this something other than one is coming. */
const MAX_PIECE_BYTES = 16 * 1024 * 1024
/** Boxes that end a piece; whatever comes before one (`ftyp`, `moof`, `styp`, `free` …) belongs to it. */
const LAST_OF_PIECE = new Set(['moov', 'mdat'])

/**
 * Cuts a fragmented MP4 that arrives in arbitrary chunks into whole pieces: the initialisation segment (everything up
 * to and with `moov`), then one piece a fragment (up to and with `mdat`). Boxes by ISO/IEC 14496-12 §4.2.
 */
export class FragmentSplitter {
  private chunks: Uint8Array[] = []
  private held = 0
  /** Where in what is held the box begins that is being read, and what must be held to read on. */
  private boxStart = 0
  private needed = HEADER_BYTES
  private box: string | null = null

  /**
   * @returns the pieces that became whole, each in memory of its own
   * @throws RangeError where the bytes are no fragmented MP4: a box without an end, or a piece over 16 MB
   */
  push(chunk: Uint8Array): Uint8Array<ArrayBuffer>[] {
    this.chunks.push(chunk)
    this.held += chunk.length
    const pieces: Uint8Array<ArrayBuffer>[] = []
    while (this.held >= this.needed) {
      const bytes = this.joined()
      if (this.box === null) this.readHeader(bytes)
      else if (LAST_OF_PIECE.has(this.box)) pieces.push(this.cutPiece(bytes))
      else this.nextBox(this.needed)
    }
    return pieces
  }

  /** After the last chunk: what came since the last piece (an index at most), or null inside a box. */
  rest(): Uint8Array | null {
    return this.box === null && this.held === this.boxStart ? this.joined() : null
  }

  private joined(): Uint8Array {
    const bytes = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks)
    this.chunks = [bytes]
    return bytes
  }

  private readHeader(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const isLong = view.getUint32(this.boxStart) === 1
    if (isLong && this.needed < this.boxStart + LONG_HEADER_BYTES) {
      this.needed = this.boxStart + LONG_HEADER_BYTES
      return
    }
    const size = isLong ? Number(view.getBigUint64(this.boxStart + 8)) : view.getUint32(this.boxStart)
    const end = this.boxStart + size
    if (size < (isLong ? LONG_HEADER_BYTES : HEADER_BYTES) || end > MAX_PIECE_BYTES) {
      throw new RangeError(`A box of ${size} bytes does not belong into a live stream.`)
    }
    this.box = String.fromCharCode(...bytes.subarray(this.boxStart + 4, this.boxStart + 8))
    this.needed = end
  }

  private cutPiece(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const piece = new Uint8Array(bytes.subarray(0, this.needed))
    this.chunks = [bytes.subarray(this.needed)]
    this.held -= this.needed
    this.nextBox(0)
    return piece
  }

  private nextBox(start: number): void {
    this.boxStart = start
    this.needed = start + HEADER_BYTES
    this.box = null
  }
}
