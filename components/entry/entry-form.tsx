import { type ReactNode, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { StudioError } from '@/lib/boson/errors'

/** A form that does one thing and leaves. What the studio refuses is said at the field concerned, or above the button. */
export function EntryForm({
  action,
  submit,
  children,
}: {
  action: string
  submit: (form: FormData) => Promise<void>
  children: (refusalOf: (field: string) => ReactNode) => ReactNode
}) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const field = failure instanceof StudioError ? failure.param : undefined
  const sentence = failure === null ? undefined : errorSentence(failure)

  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        setBusy(true)
        setFailure(null)
        try {
          await submit(new FormData(event.currentTarget))
        } catch (error) {
          setFailure(error)
          setBusy(false)
        }
      }}
      className="flex flex-col gap-6"
    >
      {children((name) => (name === field ? sentence : undefined))}
      <div>
        <p role="alert" className={sentence && !field ? 'mb-3 text-sm text-danger' : 'sr-only'}>
          {sentence}
        </p>
        <Button type="submit" look="large" disabled={busy}>
          {action}
        </Button>
      </div>
    </form>
  )
}

/** The text of one field, as typed. */
export function textOf(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}
