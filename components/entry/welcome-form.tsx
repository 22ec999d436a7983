'use client'

import { createOwner, signIn } from '@/components/api/account'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import { entryWords } from '@/lib/words/entry'
import { EntryForm, textOf } from './entry-form'

const MIN_PASSWORD = 10

/** The first account of a new studio; then straight in, the sample in place. */
export function WelcomeForm() {
  const words = useWords(entryWords)

  async function submit(form: FormData) {
    const email = textOf(form, 'email')
    const password = textOf(form, 'password')
    await createOwner({ name: textOf(form, 'name'), email, password })
    await signIn(email, password)
    window.location.assign('/?start=sample')
  }

  return (
    <EntryForm action={words.openStudio} submit={submit}>
      {(refusalOf) => (
        <>
          <Field
            label={words.name}
            name="name"
            autoComplete="name"
            required
            maxLength={80}
            error={refusalOf('name')}
          />
          <Field
            label={words.email}
            name="email"
            type="email"
            autoComplete="username"
            required
            error={refusalOf('email')}
          />
          <Field
            label={words.password}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={MIN_PASSWORD}
            maxLength={200}
            hint={words.passwordHint(MIN_PASSWORD)}
            error={refusalOf('password')}
          />
        </>
      )}
    </EntryForm>
  )
}
