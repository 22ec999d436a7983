import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** A film or a recording as everything that shows or steers its time sees it. Times in seconds. */
export type Film<Media extends HTMLMediaElement = HTMLVideoElement> = {
  ref: RefObject<Media | null>
  time: number
  length: number
  playing: boolean
  muted: boolean
  /** 0…1. */
  volume: number
  /** 1 as it was made, 2 twice as fast. */
  rate: number
  failed: boolean
  toggle: () => void
  toggleMuted: () => void
  seek: (time: number) => void
  /** Pauses, and shows so many pictures on from the one that shows; back where negative. */
  step: (pictures: number) => void
  events: {
    onPlay: () => void
    onPause: () => void
    onTimeUpdate: () => void
    onSeeking: () => void
    onVolumeChange: () => void
    onRateChange: () => void
    onLoadedMetadata: () => void
    onDurationChange: () => void
    onError: () => void
  }
}

/** Pictures a second: what the embedded engine makes, and Boson. */
const FPS = 25

/** `seconds`: the length to show until the file itself has told its own. */
export function useFilm<Media extends HTMLMediaElement = HTMLVideoElement>(seconds: number): Film<Media> {
  const ref = useRef<Media>(null)
  const [time, setTime] = useState(0)
  const [length, setLength] = useState(seconds)
  const [playing, setPlaying] = useState(false)
  const [muted, setMuted] = useState(false)
  const [volume, setVolume] = useState(1)
  const [rate, setRate] = useState(1)
  const [failed, setFailed] = useState(false)

  const readTime = useCallback(() => setTime(ref.current?.currentTime ?? 0), [])
  // A film that is still being made has no end yet.
  const readLength = () => {
    const known = ref.current?.duration
    if (known && Number.isFinite(known)) setLength(known)
  }

  // `timeupdate` comes four times a second, too coarse for a playhead.
  useEffect(() => {
    if (!playing) return
    let frame = requestAnimationFrame(function tick() {
      readTime()
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, readTime])

  function seek(to: number): void {
    const there = Math.max(0, ref.current ? Math.min(to, lastSecond(ref.current)) : to)
    if (ref.current) ref.current.currentTime = there
    setTime(there)
  }

  return {
    ref,
    time,
    length,
    playing,
    muted,
    volume,
    rate,
    failed,
    toggle: () => {
      const media = ref.current
      if (!media) return
      // Rejected where the browser wants a gesture first or the file is gone; `paused` and `error` then say so.
      if (media.paused) media.play().catch(() => {})
      else media.pause()
    },
    toggleMuted: () => {
      if (ref.current) ref.current.muted = !ref.current.muted
    },
    seek,
    step: (pictures) => {
      const media = ref.current
      if (!media) return
      media.pause()
      // To the middle of a picture: its edge belongs to the one before as often as not.
      seek((Math.floor(media.currentTime * FPS + 0.01) + pictures + 0.5) / FPS)
    },
    events: {
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onTimeUpdate: readTime,
      onSeeking: readTime,
      onVolumeChange: () => {
        setMuted(ref.current?.muted ?? false)
        setVolume(ref.current?.volume ?? 1)
      },
      onRateChange: () => setRate(ref.current?.playbackRate ?? 1),
      onLoadedMetadata: () => {
        setFailed(false)
        readLength()
      },
      onDurationChange: readLength,
      onError: () => setFailed(true),
    },
  }
}

/** As far as there is anything to see: a film that is still made has no end yet. */
function lastSecond({ duration, buffered }: HTMLMediaElement): number {
  if (duration !== Number.POSITIVE_INFINITY) return duration || Number.POSITIVE_INFINITY
  return buffered.length > 0 ? buffered.end(buffered.length - 1) : 0
}
