'use client'

import { signIn } from '@/components/api/account'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import { entryWords } from '@/lib/words/entry'
import { EntryForm, textOf } from './entry-form'

export function SignInForm({ next }: { next: string }) {
  const words = useWords(entryWords)

  async function submit(form: FormData) {
    await signIn(textOf(form, 'email'), textOf(form, 'password'))
    window.location.assign(next)
  }

  return (
    <EntryForm action={words.signIn} submit={submit}>
      {() => (
        <>
          <Field label={words.email} name="email" type="email" autoComplete="username" required />
          <Field
            label={words.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        </>
      )}
    </EntryForm>
  )
}
