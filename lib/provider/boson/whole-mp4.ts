import 'server-only'
import { open } from 'node:fs/promises'

const HEAD_BYTES = 8
/** With a 64-bit size behind the type. */
const LONG_HEAD_BYTES = 16

/**
 * Whether a file is an MP4 with nothing missing: its boxes fill it to the end, and both description and media are among
 * them. Boxes by ISO/IEC 14496-12 §4.2; only their heads are read.
 */
export async function isWholeMp4(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const end = (await handle.stat()).size
    const types = new Set<string>()
    for (let at = 0; at < end; ) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONG_HEAD_BYTES), 0, LONG_HEAD_BYTES, at)
      const bytes = boxBytes(buffer, bytesRead, end - at)
      if (bytes === null || at + bytes > end) return false
      types.add(buffer.toString('latin1', 4, 8))
      at += bytes
    }
    return types.has('ftyp') && types.has('moov') && types.has('mdat')
  } finally {
    await handle.close()
  }
}

/** Size of the box that `head` begins, with `left` bytes to the end of the file; null where it is none. */
function boxBytes(head: Buffer, read: number, left: number): number | null {
  if (read < HEAD_BYTES) return null
  const size = head.readUInt32BE(0)
  // The last box may leave its end to that of the file.
  if (size === 0) return left
  if (size !== 1) return size < HEAD_BYTES ? null : size
  const long = read < LONG_HEAD_BYTES ? 0 : Number(head.readBigUInt64BE(HEAD_BYTES))
  return long < LONG_HEAD_BYTES ? null : long
}
