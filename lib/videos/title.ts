import path from 'node:path'

const MAX_TITLE = 60

/** A first title: the script's opening words without inline tags, or the recording's file name. */
export function titleOf(script: string | null, filename: string | null): string {
  const words = script
    ?.replace(/<\|[^|]*\|>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const source =
    words ||
    (filename
      ? path
          .parse(filename)
          .name.replace(/[_\s]+/g, ' ')
          .trim()
      : '')
  if (!source) return 'Untitled'
  const sentence = /^.+?[.!?](?=\s|$)/.exec(source)?.[0].replace(/\.$/, '') ?? source
  if (sentence.length <= MAX_TITLE) return sentence
  const cut = sentence.slice(0, MAX_TITLE - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_TITLE / 2)).trimEnd()}…`
}
