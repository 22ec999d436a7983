import { Check, Link2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { useCopy } from '@/components/ui/use-copy'

/** Copies the page's address, and once the film has moved, one that begins at this moment. */
export function CopyMoment({ url, time }: { url: string; time: number }) {
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
        {second > 0 ? `Copy link at ${clock(second)}` : 'Copy link'}
      </Button>
      <p role="status" className={copied === false ? 'w-full text-center text-xs text-quiet' : 'sr-only'}>
        {copied === true && 'Copied'}
        {copied === false && `This browser does not allow copying here. The address is ${address}`}
      </p>
    </>
  )
}
