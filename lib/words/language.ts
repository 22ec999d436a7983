import { z } from 'zod'

/** The languages the studio's pages speak, each by its own name. The first is what a reader of none of them gets. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const

/** The cookie that holds a reader's choice; without it the browser's languages decide. */
export const LANGUAGE_COOKIE = 'language'

export const languageSchema = z.enum(['en', 'de'])
export type Language = z.infer<typeof languageSchema>

/** How a language writes dates and numbers (BCP 47). */
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

/** The reader's choice, else the first of their browser's languages (`Accept-Language`, RFC 9110) the studio speaks. */
export function languageOf(choice: string | undefined, acceptLanguage: string | null): Language {
  const chosen = languageSchema.safeParse(choice)
  if (chosen.success) return chosen.data
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: languageSchema.safeParse(tag.split('-')[0]).data, quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted.find(({ language }) => language)?.language ?? 'en'
}
