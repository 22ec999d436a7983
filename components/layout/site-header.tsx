'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { CommandMenu } from '@/components/commands/command-menu'
import { forgetDrafts } from '@/components/studio/drafts'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { useWords } from '@/components/words/language'
import { layoutWords } from '@/lib/words/layout'
import { Wordmark } from './wordmark'

const ROOMS = [
  { href: '/', name: 'studio' },
  { href: '/gallery', name: 'gallery' },
  // A phone has no room for these; its menu of commands has them.
  { href: '/batch', name: 'batch', wideOnly: true },
  { href: '/links', name: 'links', wideOnly: true },
  { href: '/settings', name: 'settings', wideOnly: true },
] as const

/** A room is current on its own page, and less exactly on those below it. */
function currentness(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page'
  return href !== '/' && pathname.startsWith(`${href}/`) ? 'true' : undefined
}

async function leave(): Promise<void> {
  await forgetDrafts().catch(() => {})
  const { signOut } = await import('next-auth/react')
  await signOut({ callbackUrl: '/sign-in' })
}

/** The strip above every page of the studio. It belongs to the stage wherever the page has one. */
export function SiteHeader({ name }: { name: string }) {
  const words = useWords(layoutWords)
  const pathname = usePathname() ?? ''
  const overStage = pathname === '/' || pathname.startsWith('/v/')
  return (
    <header
      data-theme={overStage ? 'stage' : undefined}
      className="flex h-16 items-center gap-1 bg-ground px-4 sm:gap-4 lg:px-10"
    >
      <Wordmark href="/" />
      <nav aria-label={words.mainNavigation} className="ml-2 flex sm:ml-6">
        {ROOMS.map((room) => (
          <Link
            key={room.href}
            href={room.href}
            aria-current={currentness(pathname, room.href)}
            data-wide={'wideOnly' in room || undefined}
            className="group inline-flex min-h-11 items-center rounded-control px-2 text-sm font-medium text-quiet transition-colors hover:text-ink aria-[current]:text-ink sm:px-3 data-wide:max-sm:hidden"
          >
            <span className="border-y border-transparent py-1 group-aria-[current]:border-b-ink">
              {words[room.name]}
            </span>
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-0 sm:gap-2">
        <span className="max-w-48 truncate text-sm text-quiet max-md:hidden">{name}</span>
        <CommandMenu />
        <div className="flex max-sm:hidden">
          <ThemeToggle />
        </div>
        <button
          type="button"
          onClick={leave}
          className="inline-flex min-h-11 items-center rounded-control px-1 text-sm font-medium text-quiet transition-colors hover:text-ink max-sm:hidden"
        >
          {words.signOut}
        </button>
      </div>
    </header>
  )
}
