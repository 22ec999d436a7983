import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entry } from '@/components/entry/entry'
import { safeNext } from '@/components/entry/safe-next'
import { SignInForm } from '@/components/entry/sign-in-form'
import { currentMember, hasOwner } from '@/lib/auth/session'
import { entryWords } from '@/lib/words/entry'
import { requestWords } from '@/lib/words/request-language'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(entryWords)).signIn }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next)
  if (await currentMember()) redirect(next)
  if (!(await hasOwner())) redirect('/welcome')
  return (
    <Entry title={(await requestWords(entryWords)).signIn}>
      <SignInForm next={next} />
    </Entry>
  )
}
