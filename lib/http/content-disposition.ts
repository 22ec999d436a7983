/** `Content-Disposition` of a download, its name in both forms: plain for old clients, UTF-8 for all others (RFC 6266). */
export function contentDisposition(name: string | undefined): string {
  if (!name) return 'inline'
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\]/g, '')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain || 'video.mp4'}"; filename*=UTF-8''${encoded}`
}
