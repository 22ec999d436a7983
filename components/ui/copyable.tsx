import { Check, Copy } from 'lucide-react'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
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
  const words = useWords(actionWords)
  const { copied, copy } = useCopy(text)
  return (
    <figure className="grid grid-cols-[1fr_auto] items-center">
      <figcaption className="text-sm font-medium">{label}</figcaption>
      <Button
        autoFocus={first}
        look="plain"
        className="-mr-2"
        aria-label={words.copyNamed(label)}
        onClick={copy}
      >
        {copied ? <Check {...ICON} /> : <Copy {...ICON} />}
        {words.copy}
      </Button>
      <pre className="col-span-2 rounded-control border border-hair px-3 py-2.5 font-mono text-xs leading-5 break-all whitespace-pre-wrap select-all">
        {text}
      </pre>
      <p role="status" className={copied === null ? 'sr-only' : 'col-span-2 mt-1 text-xs text-quiet'}>
        {copied === true && words.copied}
        {copied === false && words.copyByHand}
      </p>
    </figure>
  )
}
