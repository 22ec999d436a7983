import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { updateLink } from '@/components/api/links'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { StudioError } from '@/lib/boson/errors'
import type { Link, UpdateLink } from '@/lib/share/schema'
import { localMoment, unixOf } from './local-moment'

/** Everything about a link that can be chosen. */
export function LinkForm({
  link,
  onDone,
  onClose,
}: {
  link: Link
  onDone: (link: Link) => void
  onClose: () => void
}) {
  const [locked, setLocked] = useState(link.has_password)
  const saving = useMutation({
    mutationFn: (changes: UpdateLink) => updateLink(link, changes),
    onSuccess: (changed) => {
      onDone(changed)
      onClose()
    },
  })
  const param = saving.error instanceof StudioError ? (saving.error.param ?? '') : ''
  const faultOf = (name: string) =>
    saving.error && param.startsWith(name) ? errorSentence(saving.error) : undefined
  const placed = ['expires_at', 'password', 'allowed_domains', 'name'].some((name) => param.startsWith(name))

  return (
    <Dialog
      open
      onClose={onClose}
      title="Edit the link"
      lead="Changes hold at once, also for whoever watches now."
    >
      <form
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate(changesOf(new FormData(event.currentTarget), locked, link))
        }}
      >
        <Field
          label="Name"
          name="name"
          maxLength={80}
          autoComplete="off"
          defaultValue={link.name}
          hint="Only the team sees it, such as whom the link is for"
          error={faultOf('name')}
        />
        <Field
          label="Works until"
          name="expires"
          type="datetime-local"
          defaultValue={link.expires_at === null ? '' : localMoment(link.expires_at)}
          hint="Empty for as long as nobody revokes it"
          error={faultOf('expires_at')}
        />
        <div>
          <Checkbox checked={locked} onChange={(event) => setLocked(event.target.checked)}>
            Ask for a password
          </Checkbox>
          {locked && (
            <Field
              label="Password"
              name="password"
              autoComplete="off"
              minLength={6}
              maxLength={200}
              required={!link.has_password}
              hint={
                link.has_password
                  ? 'Empty to keep the one it has'
                  : 'At least 6 characters. Send it another way than the link.'
              }
              error={faultOf('password')}
            />
          )}
        </div>
        <Field
          label="Only for people at"
          name="domains"
          autoComplete="off"
          defaultValue={link.allowed_domains.join(', ')}
          placeholder="example.org"
          hint="Domains of e-mail addresses, with commas between. Viewers then have to sign in to this studio."
          error={faultOf('allowed_domains')}
        />
        <div className="-my-2">
          <Checkbox name="downloads" defaultChecked={link.downloads}>
            Viewers may download the video
          </Checkbox>
          <Checkbox name="comments" defaultChecked={link.comments}>
            Viewers may comment
          </Checkbox>
        </div>
        {saving.error && !placed && (
          <p role="alert" className="text-sm text-danger">
            {errorSentence(saving.error)}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" look="primary" disabled={saving.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** An end that was left as it was is not sent, so that an expired link can be renamed. */
function changesOf(form: FormData, locked: boolean, link: Link): UpdateLink {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const password = String(form.get('password') ?? '')
  const expires = text('expires') ? unixOf(text('expires')) : null
  const unchanged = link.expires_at !== null && text('expires') === localMoment(link.expires_at)
  return {
    name: text('name'),
    ...(!unchanged && { expires_at: expires }),
    ...(locked ? password && { password } : { password: null }),
    allowed_domains: text('domains')
      .split(/[\s,;]+/)
      .map((domain) => domain.replace(/^@/, ''))
      .filter(Boolean),
    downloads: form.has('downloads'),
    comments: form.has('comments'),
  }
}
