/** A title as the name of a file every system accepts; falls back to `video`. */
export function fileName(title: string, extension: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 80)
    .trim()
  return `${name || 'video'}.${extension}`
}
