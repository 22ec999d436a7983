/** The languages the studio's pages speak, each by its own name. The first is what a reader of none of them gets. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const

/** The cookie that holds a reader's choice; without it the browser's languages decide. */
export const LANGUAGE_COOKIE = 'language'

export type Language = keyof typeof LANGUAGES

export function isLanguage(value: string | undefined): value is Language {
  return value !== undefined && Object.hasOwn(LANGUAGES, value)
}

/** How a language writes dates and numbers (BCP 47). */
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

/** The reader's choice, else the first of their browser's languages (`Accept-Language`, RFC 9110) the studio speaks. */
export function languageOf(choice: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(choice)) return choice
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'en'
}
