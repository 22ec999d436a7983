import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Copyable } from '@/components/ui/copyable'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import { embedCode } from '@/lib/share/embed-code'
import { type EmbedOptions, embedQuery, PLAIN_EMBED, readTime } from '@/lib/share/embed-options'
import type { Link } from '@/lib/share/schema'
import { actionWords } from '@/lib/words/actions'
import { linkSettingsWords } from '@/lib/words/link-settings'
import { useVideoShape } from './use-video-shape'

const SWITCHES = ['autoplay', 'loop', 'captions'] as const

/** The film for another site: how it is to behave there, what that looks like, and the code to copy. */
export function EmbedDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const words = useWords(linkSettingsWords)
  const acts = useWords(actionWords)
  const [options, setOptions] = useState<EmbedOptions>(PLAIN_EMBED)
  const { width, height } = useVideoShape(link.video_id)
  const set = (change: Partial<EmbedOptions>) => setOptions({ ...options, ...change })
  const src = link.url.replace('/s/', '/embed/') + embedQuery(options)
  const closed = link.has_password || link.allowed_domains.length > 0

  return (
    <Dialog open onClose={onClose} title={words.embed} lead={closed ? words.embedClosed : words.embedLead}>
      <iframe
        key={src}
        src={src}
        title={words.preview}
        allow="autoplay; fullscreen; picture-in-picture"
        style={{ aspectRatio: `${width} / ${height}` }}
        className="mx-auto max-h-64 max-w-full rounded-media border-0"
      />
      <fieldset className="mt-4 grid gap-x-6 sm:grid-cols-2">
        <legend className="sr-only">{words.behaviour}</legend>
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            checked={options[name]}
            onChange={(event) => set({ [name]: event.target.checked })}
          >
            {words[name]}
          </Checkbox>
        ))}
        <Checkbox
          checked={options.theme === 'paper'}
          onChange={(event) => set({ theme: event.target.checked ? 'paper' : 'stage' })}
        >
          {words.lightGround}
        </Checkbox>
      </fieldset>
      <div className="mt-2 max-w-40">
        <Field
          label={words.beginsAt}
          placeholder="0:00"
          inputMode="numeric"
          onChange={(event) => set({ start: readTime(event.target.value.trim()) })}
        />
      </div>
      <div className="mt-6">
        <Copyable label={words.code} text={embedCode({ src, title: link.video_title, width, height })} />
      </div>
      <div className="mt-6 flex justify-end">
        <Button onClick={onClose}>{acts.done}</Button>
      </div>
    </Dialog>
  )
}
