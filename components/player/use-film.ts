import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** A playing video as the player and the transcript both see it. Times in seconds. */
export type Film = {
  ref: RefObject<HTMLVideoElement | null>
  time: number
  length: number
  playing: boolean
  muted: boolean
  failed: boolean
  toggle: () => void
  toggleMuted: () => void
  seek: (time: number) => void
  events: {
    onPlay: () => void
    onPause: () => void
    onTimeUpdate: () => void
    onSeeking: () => void
    onVolumeChange: () => void
    onLoadedMetadata: () => void
    onError: () => void
  }
}

/** `seconds`: the length to show until the file itself has told its own. */
export function useFilm(seconds: number): Film {
  const ref = useRef<HTMLVideoElement>(null)
  const [time, setTime] = useState(0)
  const [length, setLength] = useState(seconds)
  const [playing, setPlaying] = useState(false)
  const [muted, setMuted] = useState(false)
  const [failed, setFailed] = useState(false)

  const readTime = useCallback(() => setTime(ref.current?.currentTime ?? 0), [])

  // `timeupdate` comes four times a second, too coarse for a playhead.
  useEffect(() => {
    if (!playing) return
    let frame = requestAnimationFrame(function tick() {
      readTime()
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, readTime])

  return {
    ref,
    time,
    length,
    playing,
    muted,
    failed,
    toggle: () => {
      const video = ref.current
      if (!video) return
      // Rejected where the browser wants a gesture first or the file is gone; `paused` and `error` then say so.
      if (video.paused) video.play().catch(() => {})
      else video.pause()
    },
    toggleMuted: () => {
      if (ref.current) ref.current.muted = !ref.current.muted
    },
    seek: (to) => {
      if (ref.current) ref.current.currentTime = to
      setTime(to)
    },
    events: {
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onTimeUpdate: readTime,
      onSeeking: readTime,
      onVolumeChange: () => setMuted(ref.current?.muted ?? false),
      onLoadedMetadata: () => {
        setFailed(false)
        const known = ref.current?.duration
        if (known && Number.isFinite(known)) setLength(known)
      },
      onError: () => setFailed(true),
    },
  }
}
