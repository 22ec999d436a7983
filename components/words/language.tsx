'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Catalogue, Said } from '@/lib/words/catalogue'
import { type Language, LOCALES } from '@/lib/words/language'

const LanguageContext = createContext<Language>('en')

/** Says below it which language the page is in; the server knows. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

/** The words of one part of the studio, in the reader's language. */
export function useWords<W>(words: Catalogue<W>): Said<W> {
  return words[useContext(LanguageContext)]
}

/** How the reader's language writes dates and numbers (BCP 47), for `Intl`. */
export function useLocale(): string {
  return LOCALES[useContext(LanguageContext)]
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}
