import Link from 'next/link'
import { Curtain } from '@/components/share/curtain'
import { buttonClass } from '@/components/ui/button'

export default function NotFound() {
  return (
    <Curtain title="There is no such page">
      <p>The address may be incomplete, or what was here has been deleted.</p>
      <Link href="/" className={buttonClass('outline', 'mt-6 text-ink')}>
        Go to the studio
      </Link>
    </Curtain>
  )
}
