/** How a film behaves in somebody else's page: the query of `/embed/{token}`. */
export type EmbedOptions = {
  autoplay: boolean
  muted: boolean
  loop: boolean
  captions: boolean
  /** Seconds. */
  start: number
  theme: 'stage' | 'paper'
}

export const PLAIN_EMBED: EmbedOptions = {
  autoplay: false,
  muted: false,
  loop: false,
  captions: false,
  start: 0,
  theme: 'stage',
}

type Query = Record<string, string | string[] | undefined>

/** Reads the query; what makes no sense is as if it were not there. Browsers start a film by themselves only silently. */
export function readEmbedOptions(query: Query): EmbedOptions {
  const on = (name: string) => ['1', 'true', ''].includes(one(query, name) ?? '0')
  const autoplay = on('autoplay')
  const muted = autoplay || on('muted')
  return {
    autoplay,
    muted,
    loop: on('loop'),
    captions: query.captions === undefined ? muted : on('captions'),
    start: readTime(query.t),
    theme: one(query, 'theme') === 'paper' ? 'paper' : 'stage',
  }
}

/** The query for these options, with its question mark; empty for plain ones. */
export function embedQuery({ autoplay, muted, loop, captions, start, theme }: EmbedOptions): string {
  const query = new URLSearchParams()
  if (autoplay) query.set('autoplay', '1')
  else if (muted) query.set('muted', '1')
  if (loop) query.set('loop', '1')
  if (captions !== (autoplay || muted)) query.set('captions', captions ? '1' : '0')
  if (start > 0) query.set('t', String(start))
  if (theme !== 'stage') query.set('theme', theme)
  return query.size > 0 ? `?${query}` : ''
}

const TIME = /^(?:(\d{1,2})m)?(\d{1,5}(?:\.\d{1,3})?)?s?$/
const CLOCK = /^(\d{1,3}):([0-5]\d)$/

/** `?t=` of a timed link in seconds: `12`, `12s`, `1m5s`, `1:05`; 0 for anything else. */
export function readTime(value: string | string[] | undefined): number {
  const text = typeof value === 'string' ? value : ''
  const [, minutes, seconds] = CLOCK.exec(text) ?? TIME.exec(text) ?? []
  return Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

function one(query: Query, name: string): string | undefined {
  const value = query[name]
  return Array.isArray(value) ? value[0] : value
}
