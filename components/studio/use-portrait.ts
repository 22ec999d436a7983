import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { errorSentence, isUnreachable } from '@/components/api/request'
import { checkPortrait } from '@/components/api/videos'
import { useWords } from '@/components/words/language'
import { StudioError } from '@/lib/boson/errors'
import type { PortraitReport } from '@/lib/boson/schemas'
import { isHeic } from '@/lib/engine/face/sniff-image'
import { portraitWords } from '@/lib/words/portrait'
import { shrinkPicture } from './shrink-picture'
import { useKeptFile } from './use-kept-file'

export type Portrait = {
  file: File | null
  /** Address of the picture, for showing it. */
  url: string | null
  restored: boolean
  /** True while the browser opens the picture, before it shows. */
  opening: boolean
  checking: boolean
  /** What the studio found in the picture; undefined until it has answered. */
  report: PortraitReport | undefined
  /** Why the picture will not do. */
  refusal: ReactNode
  choose: (file: File | null) => void
}

/**
 * The chosen photo, looked at by the studio the moment it arrives, so that an unusable one is refused at once.
 * @param owner whose it is, where that is not the open draft; until it has one, the draft's is lent to it
 */
export function usePortrait(owner?: string): Portrait {
  const { file, url, restored, choose: keep } = useKeptFile('portrait', owner)
  const { opening, choose } = useShrunk(keep)
  const { heic } = useWords(portraitWords)
  const check = useQuery({
    queryKey: ['portrait', file?.name, file?.size, file?.lastModified],
    queryFn: ({ signal }) => (file ? look(file, heic, signal) : Promise.reject(new Error('No portrait'))),
    enabled: file !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  // Only a verdict refuses: with the studio out of reach the picture stays, and Create will ask again.
  const refused =
    check.error instanceof StudioError && !isUnreachable(check.error) && check.error.status < 500
  return {
    file,
    url,
    restored,
    opening,
    checking: check.isFetching,
    report: file ? check.data : undefined,
    refusal: file && refused ? errorSentence(check.error) : null,
    choose,
  }
}

/** What the studio sees in a picture. One that was left as HEIC nobody here can open, so it need not travel. */
async function look(
  file: File,
  heic: (name: string) => string,
  signal: AbortSignal,
): Promise<PortraitReport> {
  const beginning = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  if (isHeic(beginning)) throw new StudioError('invalid_image_format', heic(file.name))
  return checkPortrait(file, signal)
}

/** Hands on what was chosen once it is small enough to travel; of two in quick succession only the last. */
function useShrunk(keep: (file: File | null) => void) {
  const [opening, setOpening] = useState(false)
  const latest = useRef<File | null>(null)
  const choose = useCallback(
    async (chosen: File | null) => {
      latest.current = chosen
      setOpening(chosen !== null)
      const small = chosen && (await shrinkPicture(chosen))
      if (latest.current !== chosen) return
      setOpening(false)
      keep(small)
    },
    [keep],
  )
  return { opening, choose }
}
