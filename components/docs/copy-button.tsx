'use client'

import { Check, Copy } from 'lucide-react'
import { useCopy } from '@/components/ui/use-copy'

/** Puts `text` on the clipboard and says so, also to those who do not see the button. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { copied, copy } = useCopy(text)
  const Icon = copied ? Check : Copy
  return (
    <span className="flex items-center">
      <span role="status">
        {copied === true && 'Copied'}
        {copied === false && 'Select it and copy it by hand.'}
      </span>
      <button
        type="button"
        aria-label={`Copy: ${what}`}
        onClick={copy}
        className="-mr-2 inline-flex size-11 items-center justify-center rounded-control transition-colors hover:text-ink"
      >
        <Icon size={16} strokeWidth={1.5} aria-hidden />
      </button>
    </span>
  )
}
