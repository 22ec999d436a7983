import { SpellCheck } from 'lucide-react'
import Link from 'next/link'
import { useRef } from 'react'
import { buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { settingsWords } from '@/lib/words/settings'
import { Nothing, Section } from './section'

/** The way to the team's dictionary. */
export function PronunciationsLink({ count }: { count: number }) {
  const words = useWords(settingsWords)
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <Section title={words.pronunciations} heading={heading} lead={words.pronunciationsLead}>
      <Nothing title={words.pronunciationsCount(count)}>{words.pronunciationsUse}</Nothing>
      <Link href="/settings/pronunciations" className={buttonClass('outline', 'mt-6')}>
        <SpellCheck size={16} strokeWidth={1.5} aria-hidden />
        {words.openDictionary}
      </Link>
    </Section>
  )
}
