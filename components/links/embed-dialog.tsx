import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Copyable } from '@/components/ui/copyable'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { embedCode } from '@/lib/share/embed-code'
import { type EmbedOptions, embedQuery, PLAIN_EMBED, readTime } from '@/lib/share/embed-options'
import type { Link } from '@/lib/share/schema'
import { useVideoShape } from './use-video-shape'

const SWITCHES = [
  ['autoplay', 'Plays by itself, silently'],
  ['loop', 'Begins again at its end'],
  ['captions', 'Shows captions'],
] as const

/** The film for another site: how it is to behave there, what that looks like, and the code to copy. */
export function EmbedDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const [options, setOptions] = useState<EmbedOptions>(PLAIN_EMBED)
  const { width, height } = useVideoShape(link.video_id)
  const set = (change: Partial<EmbedOptions>) => setOptions({ ...options, ...change })
  const src = link.url.replace('/s/', '/embed/') + embedQuery(options)
  const closed = link.has_password || link.allowed_domains.length > 0

  return (
    <Dialog
      open
      onClose={onClose}
      title="Embed the video"
      lead={
        closed
          ? 'Another site shows only a way to this link, because nobody can be let in there: use a link without password and domains.'
          : 'This code shows the video in another site.'
      }
    >
      <iframe
        key={src}
        src={src}
        title="Preview"
        allow="autoplay; fullscreen; picture-in-picture"
        style={{ aspectRatio: `${width} / ${height}` }}
        className="mx-auto max-h-64 max-w-full rounded-media border-0"
      />
      <fieldset className="mt-4 grid gap-x-6 sm:grid-cols-2">
        <legend className="sr-only">How it behaves</legend>
        {SWITCHES.map(([name, words]) => (
          <Checkbox
            key={name}
            checked={options[name]}
            onChange={(event) => set({ [name]: event.target.checked })}
          >
            {words}
          </Checkbox>
        ))}
        <Checkbox
          checked={options.theme === 'paper'}
          onChange={(event) => set({ theme: event.target.checked ? 'paper' : 'stage' })}
        >
          Stands on a light ground
        </Checkbox>
      </fieldset>
      <div className="mt-2 max-w-40">
        <Field
          label="Begins at"
          placeholder="0:00"
          inputMode="numeric"
          onChange={(event) => set({ start: readTime(event.target.value.trim()) })}
        />
      </div>
      <div className="mt-6">
        <Copyable label="Code" text={embedCode({ src, title: link.video_title, width, height })} />
      </div>
      <div className="mt-6 flex justify-end">
        <Button onClick={onClose}>Done</Button>
      </div>
    </Dialog>
  )
}
