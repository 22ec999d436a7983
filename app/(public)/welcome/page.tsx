import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entry } from '@/components/entry/entry'
import { WelcomeForm } from '@/components/entry/welcome-form'
import { hasOwner } from '@/lib/auth/session'
import { entryWords } from '@/lib/words/entry'
import { requestWords } from '@/lib/words/request-language'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(entryWords)).welcome }
}

export default async function WelcomePage() {
  if (await hasOwner()) redirect('/sign-in')
  const words = await requestWords(entryWords)
  return (
    <Entry title={words.welcomeTitle} lead={words.welcomeLead}>
      <WelcomeForm />
    </Entry>
  )
}
