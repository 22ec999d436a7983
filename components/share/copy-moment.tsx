import { Check, Link2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { useCopy } from '@/components/ui/use-copy'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { shareWords } from '@/lib/words/share'

/** Copies the page's address, and once the film has moved, one that begins at this moment. */
export function CopyMoment({ url, time }: { url: string; time: number }) {
  const words = useWords(shareWords)
  const acts = useWords(actionWords)
  const second = Math.floor(time)
  const address = second > 0 ? `${url}?t=${second}` : url
  const { copied, copy } = useCopy(address)
  return (
    <>
      <Button look="plain" onClick={copy} className="tabular-nums">
        {copied ? (
          <Check size={16} strokeWidth={1.5} aria-hidden />
        ) : (
          <Link2 size={16} strokeWidth={1.5} aria-hidden />
        )}
        {second > 0 ? words.copyLinkAt(clock(second)) : words.copyLink}
      </Button>
      <p role="status" className={copied === false ? 'w-full text-center text-xs text-quiet' : 'sr-only'}>
        {copied === true && acts.copied}
        {copied === false && acts.copyAddress(address)}
      </p>
    </>
  )
}
