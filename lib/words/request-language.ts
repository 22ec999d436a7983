import 'server-only'
import { cookies, headers } from 'next/headers'
import type { Catalogue, Said } from './catalogue'
import { LANGUAGE_COOKIE, type Language, languageOf } from './language'

/** The language of the page being asked for. */
export async function requestLanguage(): Promise<Language> {
  const [cookie, header] = await Promise.all([cookies(), headers()])
  return languageOf(cookie.get(LANGUAGE_COOKIE)?.value, header.get('accept-language'))
}

/** Words for a component that is rendered on the server. */
export async function requestWords<W>(words: Catalogue<W>): Promise<Said<W>> {
  return words[await requestLanguage()]
}
