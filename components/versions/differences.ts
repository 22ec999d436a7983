import type { Version } from '@/lib/boson/schemas'
import type { versionWords } from '@/lib/words/versions'
import { scriptChange } from './script-change'

type Words = (typeof versionWords)['en']

/**
 * What is different in a version, in words; empty where nobody can tell any more.
 * @param before the video it was made from, where that is still there
 * @param locale how numbers are joined (BCP 47)
 */
export function differences(
  version: Version,
  before: Version | undefined,
  words: Words,
  locale: string,
): string {
  if (version.remixed_from_video_id === null) return words.first
  if (version.changes === null) return ''
  if (version.changes.length === 0) return words.again
  const said = version.changes.map((change) => {
    if (change === 'provider') return words.madeBy[version.provider]
    return change === 'script' ? scriptWords(version, before, words, locale) : words.changes[change]
  })
  return sentenceCase(said.join(', '))
}

function scriptWords(version: Version, before: Version | undefined, words: Words, locale: string): string {
  if (!before?.script || !version.script) return words.rewritten
  const change = scriptChange(before.script, version.script)
  if (change.kind === 'rewritten') return words.rewritten
  if (change.kind !== 'changed') return words[change.kind](change.count)
  const numbers = new Intl.ListFormat(locale).format(change.sentences.map(String))
  return words.changed(numbers, change.sentences.length)
}

const sentenceCase = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
