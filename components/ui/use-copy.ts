import { useState } from 'react'

/** Copying a text: whether it worked, null before it was tried. Browsers have no clipboard for pages on plain http. */
export function useCopy(text: string): { copied: boolean | null; copy: () => void } {
  const [copied, setCopied] = useState<boolean | null>(null)
  return {
    copied,
    copy: () => {
      write(text).then(
        () => setCopied(true),
        () => setCopied(false),
      )
    },
  }
}

async function write(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
