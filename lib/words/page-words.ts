import type { Catalogue, Said } from './catalogue'
import { isLanguage } from './language'

/** Words for code in the browser that is no component, such as an error made there: in the language of the page. */
export function pageWords<W>(words: Catalogue<W>): Said<W> {
  const { lang } = document.documentElement
  return words[isLanguage(lang) ? lang : 'en']
}
