import path from 'node:path'

const MAX_TITLE = 60
/** A first sentence shorter than this ("Hello!") names nothing. */
const MIN_SENTENCE = 16

/** A first title: the script's opening words without inline tags, or the recording's file name. */
export function titleOf(script: string | null, filename: string | null): string {
  const source =
    tidy(script?.replace(/<\|[^|]*\|>/g, ' ')) || tidy(path.parse(filename ?? '').name.replaceAll('_', ' '))
  if (!source) return 'Untitled'
  const first = /^.+?[.!?](?=\s|$)/.exec(source)?.[0].replace(/\.$/, '') ?? source
  const sentence = first.length < MIN_SENTENCE ? source : first
  if (sentence.length <= MAX_TITLE) return sentence
  const cut = sentence.slice(0, MAX_TITLE - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_TITLE / 2)).trimEnd()}…`
}

const tidy = (text = '') => text.replace(/\s+/g, ' ').trim()
