import { useQuery } from '@tanstack/react-query'
import { errorSentence, isUnreachable } from '@/components/api/request'
import { checkPortrait } from '@/components/api/videos'
import { StudioError } from '@/lib/boson/errors'
import type { PortraitReport } from '@/lib/boson/schemas'
import { useKeptFile } from './use-kept-file'

export type Portrait = {
  file: File | null
  /** Address of the picture, for showing it. */
  url: string | null
  restored: boolean
  checking: boolean
  /** What the studio found in the picture; undefined until it has answered. */
  report: PortraitReport | undefined
  /** Why the picture will not do. */
  refusal: string | null
  choose: (file: File | null) => void
}

/** The chosen photo, looked at by the studio the moment it arrives, so that an unusable one is refused at once. */
export function usePortrait(): Portrait {
  const { file, url, restored, choose } = useKeptFile('portrait')
  const check = useQuery({
    queryKey: ['portrait', file?.name, file?.size, file?.lastModified],
    queryFn: ({ signal }) => (file ? checkPortrait(file, signal) : Promise.reject(new Error('No portrait'))),
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
    checking: check.isFetching,
    report: file ? check.data : undefined,
    refusal: file && refused ? errorSentence(check.error) : null,
    choose,
  }
}
