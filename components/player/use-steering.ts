import { useEffect, useState } from 'react'
import { useLocale, useWords } from '@/components/words/language'
import { playerWords } from '@/lib/words/player'
import type { Command } from './keys'
import { changePreferences, RATES, usePreferences } from './preferences'
import { hasPictureInPicture, toggleFullScreen, togglePictureInPicture } from './screens'
import type { Film } from './use-film'

/** Everything a viewer can do with a film, whether by a key or by a button. */
export type Steering = ReturnType<typeof useSteering>

export function useSteering(film: Film, captioned: boolean) {
  const sayings = useWords(playerWords)
  const locale = useLocale()
  const { volume, rate, keys } = usePreferences()
  const [loop, setLoop] = useState(false)
  const [helping, setHelping] = useState(false)
  /** What a key has just done, in a word or two; `count` tells one from the same again. */
  const [said, setSaid] = useState<{ words: string; count: number } | null>(null)
  const say = (words: string) => setSaid((before) => ({ words, count: (before?.count ?? 0) + 1 }))

  useEffect(() => {
    const media = film.ref.current
    if (!media) return
    media.volume = volume
    // What a newly loaded file begins with.
    media.defaultPlaybackRate = rate
    media.playbackRate = rate
  }, [film.ref, volume, rate])

  function perform(command: Command): void {
    if (command.do === 'play') film.toggle()
    else if (command.do === 'skip') film.seek(film.time + command.by)
    else if (command.do === 'step') film.step(command.by)
    else if (command.do === 'part') film.seek((film.length * command.tenths) / 10)
    else if (command.do === 'volume') setVolume(volume + command.by)
    else if (command.do === 'speed') setRate(RATES[RATES.indexOf(rate) + command.by] ?? rate)
    else if (command.do === 'mute') mute()
    else if (command.do === 'captions') caption()
    else if (command.do === 'full screen') toggleFullScreen(film.ref.current)
    else if (command.do === 'picture in picture') togglePictureInPicture(film.ref.current)
    else if (command.do === 'loop') setLoop(!loop)
    else setHelping(true)
  }

  function mute(): void {
    say(film.muted ? sayings.soundOn : sayings.soundOff)
    film.toggleMuted()
  }

  function caption(): void {
    say(captioned ? sayings.captionsOff : sayings.captionsOn)
    changePreferences({ captions: !captioned })
  }

  function setVolume(to: number): void {
    const kept = Math.round(Math.min(1, Math.max(0, to)) * 100) / 100
    if (film.muted && film.ref.current) film.ref.current.muted = false
    changePreferences({ volume: kept })
    say(sayings.volumeNow(Math.round(kept * 100)))
  }

  function setRate(to: number): void {
    changePreferences({ rate: to })
    say(sayings.speedNow(to.toLocaleString(locale)))
  }

  return {
    perform,
    setVolume,
    setRate,
    volume,
    rate,
    loop,
    keys,
    helping,
    closeHelp: () => setHelping(false),
    canLeavePage: hasPictureInPicture,
    said,
  }
}
