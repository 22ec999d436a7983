'use client'

import { createOwner, signIn } from '@/components/api/account'
import { Field } from '@/components/ui/field'
import { EntryForm, textOf } from './entry-form'

const MIN_PASSWORD = 10

/** The first account of a new studio; then straight in, the sample in place. */
export function WelcomeForm() {
  async function submit(form: FormData) {
    const email = textOf(form, 'email')
    const password = textOf(form, 'password')
    await createOwner({ name: textOf(form, 'name'), email, password })
    await signIn(email, password)
    window.location.assign('/?start=sample')
  }

  return (
    <EntryForm action="Open the studio" submit={submit}>
      {(refusalOf) => (
        <>
          <Field
            label="Name"
            name="name"
            autoComplete="name"
            required
            maxLength={80}
            error={refusalOf('name')}
          />
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={refusalOf('email')}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={MIN_PASSWORD}
            maxLength={200}
            hint={`At least ${MIN_PASSWORD} characters`}
            error={refusalOf('password')}
          />
        </>
      )}
    </EntryForm>
  )
}
