import { useEffect, useState } from 'react'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/schemas'
import { useKeptFile } from './use-kept-file'

export type Recording = {
  file: File | null
  url: string | null
  /** Length in seconds; null until known, and for kinds of sound this browser cannot read. */
  seconds: number | null
  refusal: string | null
  choose: (file: File | null) => void
}

/** The chosen recording and its length as this browser reads it; the studio measures again. */
export function useRecording(): Recording {
  const { file, url, choose } = useKeptFile('recording')
  const [measured, setMeasured] = useState<{ url: string; seconds: number } | null>(null)

  useEffect(() => {
    if (!url) return
    const audio = new Audio()
    audio.preload = 'metadata'
    audio.onloadedmetadata = () => {
      if (Number.isFinite(audio.duration)) setMeasured({ url, seconds: audio.duration })
    }
    audio.src = url
    return () => {
      audio.onloadedmetadata = null
      audio.removeAttribute('src')
    }
  }, [url])

  const seconds = measured?.url === url ? (measured?.seconds ?? null) : null
  const tooLong = seconds !== null && seconds > MAX_AUDIO_SECONDS
  return {
    file,
    url,
    seconds,
    refusal: tooLong
      ? `The recording is ${Math.round(seconds)} s long. Use one of at most ${MAX_AUDIO_SECONDS} s.`
      : null,
    choose,
  }
}
