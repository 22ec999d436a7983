import { useEffect, useState } from 'react'

/** H.264 High and AAC, as every video of the studio has them. */
const TYPE = 'video/mp4; codecs="avc1.64001F,mp4a.40.2"'
/** A stream that waits for its first picture says so with an empty box of this size. */
const NOTHING_BYTES = 8

/** Safari on the iPhone has only the managed kind, which it lets nobody send to another screen. */
type Sources = { ManagedMediaSource?: typeof MediaSource; MediaSource?: typeof MediaSource }

/**
 * The film that is being made at `url`, as an address a video element can play, from the moment there is a picture. Null
 * before that, without a `url`, in browsers that cannot, and once the stream broke off: the finished file then comes.
 */
export function useLiveSource(url: string | null): string | null {
  const [source, setSource] = useState<string | null>(null)

  useEffect(() => {
    const Source = sourceOfBrowser()
    if (url === null || !Source) return
    const hangUp = new AbortController()
    let address: string | null = null
    const show = (media: MediaSource) => {
      address = URL.createObjectURL(media)
      setSource(address)
    }
    follow(url, Source, show, hangUp.signal).catch(() => {
      if (!hangUp.signal.aborted) setSource(null)
    })
    return () => {
      hangUp.abort()
      setSource(null)
      if (address) URL.revokeObjectURL(address)
    }
  }, [url])

  return source
}

function sourceOfBrowser(): typeof MediaSource | null {
  const { ManagedMediaSource, MediaSource }: Sources = window
  const Source = MediaSource ?? ManagedMediaSource
  return Source?.isTypeSupported(TYPE) ? Source : null
}

async function follow(
  url: string,
  Source: typeof MediaSource,
  show: (media: MediaSource) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(url, { signal })
  if (!response.ok || !response.body) throw new Error(`live stream: ${response.status}`)
  const reader = response.body.getReader()
  let piece = await reader.read()
  while (piece.value && piece.value.byteLength <= NOTHING_BYTES) piece = await reader.read()
  if (piece.done) throw new Error('live stream: empty')

  const media = new Source()
  const opened = once(media, 'sourceopen', signal)
  show(media)
  await opened
  const buffer = media.addSourceBuffer(TYPE)
  for (; !piece.done; piece = await reader.read()) {
    const taken = once(buffer, 'updateend', signal)
    buffer.appendBuffer(piece.value)
    await taken
  }
  media.endOfStream()
}

function once(target: EventTarget, event: string, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    target.addEventListener(event, resolve, { once: true, signal })
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
