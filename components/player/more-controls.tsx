import { Captions, Check, Keyboard, Maximize, PictureInPicture2, Repeat, Settings2 } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocale, useWords } from '@/components/words/language'
import { playerWords } from '@/lib/words/player'
import { Control } from './control'
import type { Command } from './keys'
import { RATES } from './preferences'
import type { Steering } from './use-steering'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** What is not worth a button of its own, and, where the player is narrow, what has no room for one. */
export function MoreControls({ steering, captioned }: { steering: Steering; captioned: boolean | null }) {
  const words = useWords(playerWords)
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useClosing(open, place, () => setOpen(false))

  function act(command: Command) {
    setOpen(false)
    steering.perform(command)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return
    event.preventDefault()
    setOpen(false)
    place.current?.querySelector('button')?.focus()
  }

  function onBlur({ relatedTarget }: FocusEvent) {
    if (relatedTarget instanceof Node && !place.current?.contains(relatedTarget)) setOpen(false)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears what happens to the controls within.
    <div ref={place} className="relative" onKeyDown={onKeyDown} onBlur={onBlur}>
      <Control label={words.filmSettings} expanded={open} onClick={() => setOpen(!open)}>
        <Settings2 size={20} strokeWidth={1.5} aria-hidden />
      </Control>
      {open && (
        <div className="absolute right-0 bottom-full z-20 mb-1 w-60 animate-appear rounded-control border border-hair bg-raised p-1 text-sm">
          <label className="flex min-h-11 items-center justify-between gap-3 px-3">
            {words.speed}
            <select
              value={steering.rate}
              onChange={(event) => steering.setRate(Number(event.target.value))}
              className="min-h-9 rounded-control border border-strong bg-raised px-2 tabular-nums pointer-coarse:min-h-11"
            >
              {RATES.map((rate) => (
                <option key={rate} value={rate}>
                  {rate.toLocaleString(locale)}×
                </option>
              ))}
            </select>
          </label>
          <label className="flex min-h-11 items-center justify-between gap-3 px-3">
            {words.volume}
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={Math.round(steering.volume * 100)}
              onChange={(event) => steering.setVolume(Number(event.target.value) / 100)}
              className="h-11 w-32 accent-accent"
            />
          </label>
          <Row pressed={steering.loop} onClick={() => steering.perform({ do: 'loop' })}>
            <Repeat {...ICON} />
            {words.repeat}
          </Row>
          {captioned !== null && (
            <Row narrowOnly pressed={captioned} onClick={() => steering.perform({ do: 'captions' })}>
              <Captions {...ICON} />
              {words.captions}
            </Row>
          )}
          <Row narrowOnly onClick={() => act({ do: 'full screen' })}>
            <Maximize {...ICON} />
            {words.fullScreen}
          </Row>
          {steering.canLeavePage() && (
            <Row onClick={() => act({ do: 'picture in picture' })}>
              <PictureInPicture2 {...ICON} />
              {words.pictureInPicture}
            </Row>
          )}
          <Row onClick={() => act({ do: 'help' })}>
            <Keyboard {...ICON} />
            {words.keys}
          </Row>
        </div>
      )}
    </div>
  )
}

function Row({
  pressed,
  narrowOnly = false,
  onClick,
  children,
}: {
  pressed?: boolean
  /** Where there is room it has a button beside the line. */
  narrowOnly?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={`flex min-h-11 w-full items-center gap-3 rounded-[4px] px-3 text-left transition-colors hover:text-accent ${narrowOnly ? '@min-[21rem]:hidden' : ''}`}
    >
      {children}
      {pressed && <Check {...ICON} className="ml-auto" />}
    </button>
  )
}

/** Closes on a press anywhere else. */
function useClosing(open: boolean, place: { current: HTMLElement | null }, close: () => void): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!open) return
    const press = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) latest.current()
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [open, place])
}
