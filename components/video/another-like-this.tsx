import { useMutation } from '@tanstack/react-query'
import { CopyPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { continueFrom } from '@/components/studio/continue-from'
import { Button } from '@/components/ui/button'
import type { StudioVideo } from '@/lib/boson/schemas'

/** Opens the studio with everything this video was made of in place, as a draft of its own. */
export function AnotherLikeThis({ video, words }: { video: StudioVideo; words: string }) {
  const router = useRouter()
  const opening = useMutation({ mutationFn: () => continueFrom(video), onSuccess: () => router.push('/') })
  return (
    <>
      <Button look="plain" disabled={opening.isPending} onClick={() => opening.mutate()}>
        <CopyPlus size={16} strokeWidth={1.5} aria-hidden />
        {words}
      </Button>
      {opening.isError && (
        <p role="alert" className="text-sm text-danger">
          The portrait could not be loaded. Check the connection and try again.
        </p>
      )}
    </>
  )
}
