import { useRouter } from 'next/navigation'
import { signOut } from 'next-auth/react'
import { beginDraft, forgetDrafts } from '@/components/studio/drafts'
import { chooseTheme, shownTheme } from '@/components/ui/shown-theme'
import { useWords } from '@/components/words/language'
import { commandWords } from '@/lib/words/commands'
import { layoutWords } from '@/lib/words/layout'

export type Command = { name: string; run: () => void }
export type CommandGroup = { name: string; commands: Command[] }

/** What can be done from anywhere in the studio. */
export function useCommands(onShortcuts: () => void): CommandGroup[] {
  const words = useWords(commandWords)
  const rooms = useWords(layoutWords)
  const router = useRouter()
  const goTo = (name: string, path: string): Command => ({ name, run: () => router.push(path) })
  return [
    {
      name: words.goTo,
      commands: [
        goTo(rooms.studio, '/'),
        goTo(rooms.gallery, '/gallery'),
        goTo(rooms.batch, '/batch'),
        goTo(rooms.links, '/links'),
        goTo(words.bin, '/gallery/bin'),
        goTo(rooms.settings, '/settings'),
        goTo(words.pronunciations, '/settings/pronunciations'),
        goTo(words.documentation, '/docs'),
      ],
    },
    {
      name: words.make,
      commands: [
        {
          name: words.newDraft,
          run: () => {
            beginDraft()
            router.push('/')
          },
        },
      ],
    },
    {
      name: words.change,
      commands: [
        {
          name: words.otherTheme,
          run: () => chooseTheme(shownTheme() === 'stage' ? 'paper' : 'stage'),
        },
        { name: words.shortcuts, run: onShortcuts },
        {
          name: rooms.signOut,
          run: () => forgetDrafts().finally(() => signOut({ callbackUrl: '/sign-in' })),
        },
      ],
    },
  ]
}
