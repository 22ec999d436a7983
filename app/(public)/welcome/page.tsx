import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entry } from '@/components/entry/entry'
import { WelcomeForm } from '@/components/entry/welcome-form'
import { hasOwner } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Welcome' }

export default async function WelcomePage() {
  if (await hasOwner()) redirect('/sign-in')
  return (
    <Entry title="Make a portrait speak" lead="Three lines, then the studio is yours.">
      <WelcomeForm />
    </Entry>
  )
}
