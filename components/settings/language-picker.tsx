import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useLanguage, useWords } from '@/components/words/language'
import { LANGUAGE_COOKIE, LANGUAGES } from '@/lib/words/language'
import { settingsWords } from '@/lib/words/settings'
import { Section } from './section'

const YEAR_SECONDS = 31_536_000

/** The language of the pages, kept in a cookie so that the server speaks it too. */
export function LanguagePicker() {
  const words = useWords(settingsWords)
  const chosen = useLanguage()
  const router = useRouter()
  const heading = useRef<HTMLHeadingElement>(null)

  function choose(language: string) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox before 140.
    document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    router.refresh()
  }

  return (
    <Section title={words.language} heading={heading} lead={words.languageLead}>
      <select
        aria-label={words.language}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        className="min-h-11 rounded-control border border-strong bg-raised px-3 text-sm transition-colors hover:border-ink"
      >
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </Section>
  )
}
