import { Command, defaultFilter } from 'cmdk'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { MENU_ITEM } from '@/components/ui/menu'
import { useWords } from '@/components/words/language'
import { commandWords } from '@/lib/words/commands'
import { useCommands } from './use-commands'
import { useFoundVideos } from './use-found-videos'

const GROUP =
  'px-1 pb-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-quiet'
const ITEM = `${MENU_ITEM} data-[selected=true]:bg-ground data-[selected=true]:outline-2 data-[selected=true]:-outline-offset-2 data-[selected=true]:outline-ink`

const VIDEO_ID = 'video_'
/** Behind every command that fits at all. */
const LAST = 1e-6

/** One line to type in: commands by name, and videos by the words of their titles and scripts. */
export function CommandPalette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const words = useWords(commandWords)
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const groups = useCommands(onShortcuts)
  const videos = useFoundVideos(typed)

  function run(command: () => void) {
    onClose()
    command()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-[oklch(0.12_0.01_60/0.6)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={leaveKeyboardDown}
          className="fixed inset-x-4 top-[12dvh] z-50 mx-auto max-w-xl animate-appear overflow-hidden rounded-media bg-raised text-ink outline-none"
        >
          <Dialog.Title className="sr-only">{words.title}</Dialog.Title>
          <Command label={words.title} loop filter={fits}>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder={words.search}
              className="block min-h-14 w-full border-b border-hair bg-transparent px-4 text-base outline-none placeholder:text-quiet"
            />
            <Command.List className="max-h-[min(24rem,60dvh)] scroll-py-2 overflow-y-auto py-1">
              <Command.Empty className="px-4 py-6 text-sm text-quiet">{words.nothing}</Command.Empty>
              {groups.map(({ name, commands }) => (
                <Command.Group key={name} heading={name} className={GROUP}>
                  {commands.map((command) => (
                    <Command.Item key={command.name} className={ITEM} onSelect={() => run(command.run)}>
                      {command.name}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
              {videos.length > 0 && (
                <Command.Group heading={words.videos} className={GROUP}>
                  {videos.map(({ id, title }) => (
                    <Command.Item
                      key={id}
                      value={id}
                      className={ITEM}
                      onSelect={() => run(() => router.push(`/v/${id}`))}
                    >
                      <span className="truncate">{title}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** How well an item fits what is typed, 0…1. The studio has found the videos already, by more than their titles. */
function fits(value: string, typed: string, keywords?: string[]): number {
  return value.startsWith(VIDEO_ID) ? LAST : defaultFilter(value, typed, keywords)
}

/** A finger that opens the menu wants to see it, not a keyboard over it. */
function leaveKeyboardDown(event: Event): void {
  if (!window.matchMedia('(pointer: coarse)').matches) return
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}
