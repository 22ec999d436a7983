/** Marks a top-level MP4 box as a C2PA manifest store (C2PA 2.1, section A.5.1). */
const C2PA_BOX = 'd8fec3d61b0e483c92975828877ec481'
/** The manifest lies before the media, right behind the file's type. */
const LOOK_AT_BYTES = 65_536
const HEADER_BYTES = 8

/** Whether the beginning of an MP4 file holds Content Credentials. It does not say that they are valid. */
export function holdsCredentials(start: Uint8Array): boolean {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength)
  let at = 0
  while (at + HEADER_BYTES <= start.length) {
    const size = view.getUint32(at)
    const type = String.fromCharCode(...start.subarray(at + 4, at + 8))
    if (type === 'uuid' && hex(start.subarray(at + 8, at + 24)) === C2PA_BOX) return true
    // 0 means "to the end", 1 a 64-bit size: only media is that long, and the manifest comes before it.
    if (size < HEADER_BYTES) return false
    at += size
  }
  return false
}

/** Looks into a published film for Content Credentials; false also where it cannot be read. */
export async function findCredentials(videoUrl: string): Promise<boolean> {
  const range = { headers: { range: `bytes=0-${LOOK_AT_BYTES - 1}` } }
  const response = await fetch(videoUrl, range).catch(() => null)
  if (!response?.ok) return false
  return holdsCredentials(new Uint8Array(await response.arrayBuffer()))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
