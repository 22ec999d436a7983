import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '@/components/words/language'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import { encodeWav } from '@/lib/engine/audio/wav'
import type { Sound } from '@/lib/engine/types'
import { recordingWords } from '@/lib/words/recording'
import { changeDraft, useDraft } from './drafts'
import { decodeSound, secondsOf, stretchOf } from './sound'
import { useKeptFile } from './use-kept-file'
import type { Trim } from './waveform'

export type Recording = {
  file: File | null
  url: string | null
  /** What this browser hears in it; null while it listens, and for kinds of sound it cannot read. */
  sound: Sound | null
  /** True while the browser reads what was chosen. */
  reading: boolean
  /** The part that is used. */
  trim: Trim | null
  /** Length of that part in seconds; null until known. */
  seconds: number | null
  refusal: string | null
  choose: (file: File | null) => void
  setTrim: (trim: Trim) => void
  /** What is sent: the file as it is, or the part of it that is used. */
  toSend: () => File | null
}

/** Ends this near to those of the recording are the recording's. */
const WHOLE_SECONDS = 0.05

/** The chosen recording, and the part of it that is used, as this browser hears it; the studio measures again. */
export function useRecording(): Recording {
  const { silent } = useWords(recordingWords)
  const { file, url, choose: keep } = useKeptFile('recording')
  const { sound, reading } = useSound(file)
  const { id, trim: chosen } = useDraft()
  const latest = useRef<File | null>(null)

  const choose = useCallback(
    async (file: File | null) => {
      latest.current = file
      const ready = file && (await withoutPictures(file))
      if (latest.current !== file) return
      changeDraft(id, { trim: null })
      keep(ready)
    },
    [id, keep],
  )

  const length = sound && secondsOf(sound)
  const trim = length === null ? null : (chosen ?? { from: 0, to: Math.min(length, MAX_AUDIO_SECONDS) })
  return {
    file,
    url,
    sound,
    reading,
    trim,
    seconds: trim && trim.to - trim.from,
    refusal: length === 0 ? silent : null,
    choose: (file) => void choose(file),
    setTrim: (trim) => changeDraft(id, { trim }),
    toSend: () => {
      if (!file || !sound || !trim || length === null) return file
      const isWhole = trim.from < WHOLE_SECONDS && trim.to > length - WHOLE_SECONDS
      return isWhole ? file : wavFile(stretchOf(sound, trim.from, trim.to), file)
    },
  }
}

function useSound(file: File | null): { sound: Sound | null; reading: boolean } {
  const [heard, setHeard] = useState<{ file: File; sound: Sound | null } | null>(null)
  useEffect(() => {
    let current = true
    if (file) decodeSound(file).then((sound) => current && setHeard({ file, sound }))
    return () => {
      current = false
    }
  }, [file])
  return heard?.file === file
    ? { sound: heard?.sound ?? null, reading: false }
    : { sound: null, reading: file !== null }
}

/** Of a film its sound, where this browser can read it. */
async function withoutPictures(file: File): Promise<File> {
  if (!file.type.startsWith('video/')) return file
  const sound = await decodeSound(file)
  return sound ? wavFile(sound, file) : file
}

function wavFile(sound: Sound, { name, lastModified }: File): File {
  return new File([encodeWav(sound)], `${name.replace(/\.\w+$/, '')}.wav`, {
    type: 'audio/wav',
    lastModified,
  })
}
