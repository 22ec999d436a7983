'use client'

import { signIn } from '@/components/api/account'
import { Field } from '@/components/ui/field'
import { EntryForm, textOf } from './entry-form'

export function SignInForm({ next }: { next: string }) {
  async function submit(form: FormData) {
    await signIn(textOf(form, 'email'), textOf(form, 'password'))
    window.location.assign(next)
  }

  return (
    <EntryForm action="Sign in" submit={submit}>
      {() => (
        <>
          <Field label="E-mail" name="email" type="email" autoComplete="username" required />
          <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        </>
      )}
    </EntryForm>
  )
}
