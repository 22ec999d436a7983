import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Film } from '@/components/player/use-film'

/** How far the silent film may be behind or ahead before it is set right, in seconds: less would stutter. */
const DRIFT = 0.12

export type Side = 0 | 1

/** Two films as one: played, paused and moved together, with the sound of one of them. */
export type InStep = Pick<Film, 'time' | 'length' | 'seek' | 'playing' | 'toggle'> & {
  refs: readonly [RefObject<HTMLVideoElement | null>, RefObject<HTMLVideoElement | null>]
  sound: Side
  listenTo: (side: Side) => void
  /** Of both films. */
  onPauseOrPlay: () => void
}

/** @param lengths of the two, in seconds; the shorter one waits at its end */
export function useInStep(lengths: readonly [number, number]): InStep {
  const left = useRef<HTMLVideoElement>(null)
  const right = useRef<HTMLVideoElement>(null)
  const [time, setTime] = useState(0)
  const [playing, setPlaying] = useState(false)
  const [sound, setSound] = useState<Side>(0)
  const length = Math.max(...lengths)

  const films = useCallback(
    () => [left.current, right.current].filter((film): film is HTMLVideoElement => film !== null),
    [],
  )

  useEffect(() => {
    if (!playing) return
    let frame = requestAnimationFrame(function tick() {
      const heard = sound === 0 ? left.current : right.current
      const other = sound === 0 ? right.current : left.current
      const lead = heard?.ended ? other : heard
      const follower = lead === heard ? other : heard
      if (lead) setTime(lead.currentTime)
      if (lead && follower && !follower.ended && Math.abs(follower.currentTime - lead.currentTime) > DRIFT)
        follower.currentTime = lead.currentTime
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, sound])

  function seek(to: number): void {
    const there = Math.max(0, Math.min(to, length))
    for (const film of films()) {
      const end = film.duration || length
      film.currentTime = Math.min(there, end)
      // One that had come to its end goes on with the other.
      if (playing && there < end) film.play().catch(() => {})
    }
    setTime(there)
  }

  function toggle(): void {
    if (playing) {
      for (const film of films()) film.pause()
      return
    }
    if (films().every(({ ended }) => ended)) seek(0)
    for (const film of films()) if (!film.ended) film.play().catch(() => {})
  }

  return {
    refs: [left, right],
    time,
    length,
    playing,
    sound,
    seek,
    toggle,
    listenTo: setSound,
    onPauseOrPlay: () => setPlaying(films().some(({ paused }) => !paused)),
  }
}
