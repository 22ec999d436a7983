import { Check, Copy } from 'lucide-react'
import { Button } from './button'
import { useCopy } from './use-copy'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** A text for a program, such as a key or a command, with a button that copies it. `label` names it. */
export function Copyable({
  label,
  text,
  first = false,
}: {
  label: string
  text: string
  /** Whether its button takes the focus when it appears. */
  first?: boolean
}) {
  const { copied, copy } = useCopy(text)
  return (
    <figure className="grid grid-cols-[1fr_auto] items-center">
      <figcaption className="text-sm font-medium">{label}</figcaption>
      <Button
        autoFocus={first}
        look="plain"
        className="-mr-2"
        aria-label={`Copy ${label.toLowerCase()}`}
        onClick={copy}
      >
        {copied ? <Check {...ICON} /> : <Copy {...ICON} />}
        Copy
      </Button>
      <pre className="col-span-2 rounded-control border border-hair px-3 py-2.5 font-mono text-xs leading-5 break-all whitespace-pre-wrap select-all">
        {text}
      </pre>
      <p role="status" className={copied === null ? 'sr-only' : 'col-span-2 mt-1 text-xs text-quiet'}>
        {copied === true && 'Copied'}
        {copied === false && 'This browser does not allow copying here. Select the text and copy it by hand.'}
      </p>
    </figure>
  )
}
