import { Check, Copy, Ellipsis, ExternalLink } from 'lucide-react'
import NextLink from 'next/link'
import { useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { Button, buttonClass } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useCopy } from '@/components/ui/use-copy'
import { useWords } from '@/components/words/language'
import type { Link } from '@/lib/share/schema'
import { actionWords } from '@/lib/words/actions'
import { linkWords } from '@/lib/words/links'
import { EmbedDialog } from './embed-dialog'
import { LinkForm } from './link-form'
import { LinkName, LinkWords } from './link-words'
import { RotateQuestion } from './rotate-question'
import { useLinkActions } from './use-link-actions'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** One link: what it is, and what can be done with it. `video` names the video, where that is not plain. */
export function LinkRow({
  link,
  video = false,
  onChanged,
}: {
  link: Link
  video?: boolean
  onChanged: (link: Link) => void
}) {
  const words = useWords(linkWords)
  const acts = useWords(actionWords)
  const { setRevoked, rotate, rotated, busy, error } = useLinkActions(link, onChanged)
  const [asked, setAsked] = useState<'edit' | 'embed' | 'rotate' | null>(null)
  const close = () => setAsked(null)

  return (
    <li className="flex flex-wrap items-center gap-x-1 border-b border-hair py-2">
      <div className="min-w-0 flex-[1_1_14rem] py-1.5">
        {video && (
          <NextLink
            href={`/v/${link.video_id}`}
            className="block truncate text-sm underline decoration-strong underline-offset-4 hover:decoration-ink"
          >
            {link.video_title}
          </NextLink>
        )}
        <p className={`truncate text-sm ${video ? 'mt-1 text-quiet' : 'font-medium'}`}>
          <LinkName link={link} />
        </p>
        <LinkWords link={link} />
      </div>
      <div className="-ml-2 flex grow flex-wrap items-center justify-end sm:ml-0 sm:grow-0">
        {link.state === 'open' ? (
          <>
            <CopyButton url={link.url} />
            <a
              href={link.url}
              target="_blank"
              rel="noreferrer"
              className={buttonClass('plain', 'mr-auto sm:mr-0')}
            >
              <ExternalLink {...ICON} />
              {words.open}
            </a>
          </>
        ) : (
          link.state === 'revoked' && (
            <Button look="plain" disabled={busy} onClick={() => setRevoked(false)}>
              {words.undoRevoking}
            </Button>
          )
        )}
        <Menu
          trigger={
            <Button look="plain" className="min-w-11" aria-label={words.more}>
              <Ellipsis {...ICON} size={20} />
            </Button>
          }
        >
          <MenuItem onSelect={() => setAsked('edit')}>{acts.edit}</MenuItem>
          {link.state === 'open' && <MenuItem onSelect={() => setAsked('embed')}>{words.embed}</MenuItem>}
          <MenuItem onSelect={() => setAsked('rotate')}>{words.newAddress}</MenuItem>
          {link.state !== 'revoked' && (
            <MenuItem danger onSelect={() => setRevoked(true)}>
              {words.revoke}
            </MenuItem>
          )}
        </Menu>
      </div>
      <p role={error ? 'alert' : 'status'} className={noteClass(error !== null || rotated)}>
        {error ? errorSentence(error) : rotated && words.rotated}
        {!error && !rotated && link.state === 'revoked' && words.revoked}
      </p>
      {asked === 'edit' && <LinkForm link={link} onDone={onChanged} onClose={close} />}
      {asked === 'embed' && <EmbedDialog link={link} onClose={close} />}
      {asked === 'rotate' && <RotateQuestion onConfirm={rotate} onClose={close} />}
    </li>
  )
}

const noteClass = (shown: boolean) => (shown ? 'w-full pb-1.5 text-xs text-quiet' : 'sr-only')

function CopyButton({ url }: { url: string }) {
  const words = useWords(linkWords)
  const acts = useWords(actionWords)
  const { copied, copy } = useCopy(url)
  return (
    <>
      <Button look="plain" onClick={copy}>
        {copied ? <Check {...ICON} /> : <Copy {...ICON} />}
        {words.copy}
      </Button>
      <p
        role="status"
        className={copied === false ? 'order-last w-full pb-1.5 text-xs break-all' : 'sr-only'}
      >
        {copied === true && acts.copied}
        {copied === false && acts.copyAddress(url)}
      </p>
    </>
  )
}
