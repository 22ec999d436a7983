import { SpellCheck } from 'lucide-react'
import Link from 'next/link'
import { useRef } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Nothing, Section } from './section'

/** The way to the team's dictionary. */
export function PronunciationsLink({ words }: { words: number }) {
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <Section
      title="Pronunciations"
      heading={heading}
      lead="How the team wants names, brands and abbreviations said, in every script."
    >
      <Nothing title={words === 0 ? 'No words yet' : words === 1 ? '1 word' : `${words} words`}>
        A word that a voice gets wrong is put right once, for everybody.
      </Nothing>
      <Link href="/settings/pronunciations" className={buttonClass('outline', 'mt-6')}>
        <SpellCheck size={16} strokeWidth={1.5} aria-hidden />
        Open the dictionary
      </Link>
    </Section>
  )
}
