import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { updateLink } from '@/components/api/links'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import { StudioError } from '@/lib/boson/errors'
import type { Link, UpdateLink } from '@/lib/share/schema'
import { actionWords } from '@/lib/words/actions'
import { linkSettingsWords } from '@/lib/words/link-settings'
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
  const words = useWords(linkSettingsWords)
  const acts = useWords(actionWords)
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
    <Dialog open onClose={onClose} title={words.edit} lead={words.editLead}>
      <form
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate(changesOf(new FormData(event.currentTarget), locked, link))
        }}
      >
        <Field
          label={words.name}
          name="name"
          maxLength={80}
          autoComplete="off"
          defaultValue={link.name}
          hint={words.nameHint}
          error={faultOf('name')}
        />
        <Field
          label={words.worksUntil}
          name="expires"
          type="datetime-local"
          defaultValue={link.expires_at === null ? '' : localMoment(link.expires_at)}
          hint={words.worksUntilHint}
          error={faultOf('expires_at')}
        />
        <div>
          <Checkbox checked={locked} onChange={(event) => setLocked(event.target.checked)}>
            {words.askForPassword}
          </Checkbox>
          {locked && (
            <Field
              label={words.password}
              name="password"
              autoComplete="off"
              minLength={6}
              maxLength={200}
              required={!link.has_password}
              hint={link.has_password ? words.passwordKept : words.passwordHint}
              error={faultOf('password')}
            />
          )}
        </div>
        <Field
          label={words.onlyFor}
          name="domains"
          autoComplete="off"
          defaultValue={link.allowed_domains.join(', ')}
          placeholder="example.org"
          hint={words.onlyForHint}
          error={faultOf('allowed_domains')}
        />
        <div className="-my-2">
          <Checkbox name="downloads" defaultChecked={link.downloads}>
            {words.mayDownload}
          </Checkbox>
          <Checkbox name="comments" defaultChecked={link.comments}>
            {words.mayComment}
          </Checkbox>
        </div>
        {saving.error && !placed && (
          <p role="alert" className="text-sm text-danger">
            {errorSentence(saving.error)}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            {acts.cancel}
          </Button>
          <Button type="submit" look="primary" disabled={saving.isPending}>
            {acts.save}
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
