/** The containers a recording may come in. `aac` is a bare ADTS stream, `mp4` covers M4A, `webm` covers Matroska. */
export type AudioContainer = 'wav' | 'mp3' | 'flac' | 'ogg' | 'webm' | 'mp4' | 'aac'

/** Major brands of ISO files that hold pictures (HEIF, AVIF, JPEG 2000, Canon raw), not sound. */
const PICTURE_BRANDS = /^(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs]|jp2 |jpx |jxl |crx )$/

const ID3_HEADER_BYTES = 10
/** Up to and with the number of segment lengths that follow. */
const OGG_PAGE_HEADER_BYTES = 27

/**
 * Tells the container of a sound file from its first bytes, never from its name.
 * @param bytes the file, or its head: 64 bytes tell, but for an MP3, AAC or FLAC file behind a long ID3 tag,
 *   where a head shorter than the tag answers `mp3`.
 * @returns null for anything else: text, playlists, archives, pictures.
 */
export function sniffAudio(bytes: Uint8Array): AudioContainer | null {
  const start = skipId3(bytes)
  if (start > 0 && start >= bytes.length) return 'mp3'
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(start + from, start + to))

  const tag = ascii(0, 4)
  if (/^(RIFF|RIFX|RF64|BW64)$/.test(tag)) return ascii(8, 12) === 'WAVE' ? 'wav' : null
  if (tag === 'fLaC') return 'flac'
  if (tag === 'OggS') return 'ogg'
  if (tag === '\x1aE\xdf\xa3') return 'webm'
  if (ascii(4, 8) === 'ftyp') return PICTURE_BRANDS.test(ascii(8, 12)) ? null : 'mp4'
  return sniffMpegSync(bytes.subarray(start, start + 4)) ?? (start > 0 ? 'mp3' : null)
}

/**
 * Whether an Ogg file holds Opus rather than Vorbis, FLAC or Speex: the first packet of its first page begins with
 * the codec's name (RFC 3533 §6, RFC 7845 §5.1).
 * @param bytes the file, or a head of at least 36 bytes.
 */
export function isOggOpus(bytes: Uint8Array): boolean {
  const packet = OGG_PAGE_HEADER_BYTES + bytes[OGG_PAGE_HEADER_BYTES - 1]
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  return ascii(0, 4) === 'OggS' && ascii(packet, packet + 8) === 'OpusHead'
}

/** Offset of what follows leading ID3v2 tags (id3.org, ID3v2.4 §3.1: the size is 4 × 7 bits, header excluded). */
function skipId3(bytes: Uint8Array): number {
  let at = 0
  while (bytes[at] === 0x49 && bytes[at + 1] === 0x44 && bytes[at + 2] === 0x33 && at + 9 < bytes.length) {
    const size = bytes.subarray(at + 6, at + ID3_HEADER_BYTES)
    if (size.some((byte) => byte > 0x7f)) break
    const hasFooter = (bytes[at + 5] & 0x10) !== 0
    at += ID3_HEADER_BYTES + size.reduce((sum, byte) => (sum << 7) | byte, 0) + (hasFooter ? 10 : 0)
  }
  return at
}

/**
 * MPEG audio frames begin with 11 set bits, then version and layer (ISO/IEC 11172-3 §2.4.1.3); ADTS (ISO/IEC
 * 13818-7 §6.2) with 12 and layer 0. Layer I is left out: nobody has it, and FF FE is also the mark of UTF-16 text.
 */
function sniffMpegSync([first, second, third, fourth]: Uint8Array): 'mp3' | 'aac' | null {
  if (fourth === undefined || first !== 0xff) return null
  if ((second & 0xf6) === 0xf0) return ((third >> 2) & 15) <= 12 ? 'aac' : null
  const version = (second >> 3) & 3
  const layer = (second >> 1) & 3
  const isSync = (second & 0xe0) === 0xe0 && version !== 1 && (layer === 1 || layer === 2)
  const bitrate = third >> 4
  const rate = (third >> 2) & 3
  return isSync && bitrate !== 0 && bitrate !== 15 && rate !== 3 ? 'mp3' : null
}
