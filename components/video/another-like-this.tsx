import { useMutation } from '@tanstack/react-query'
import { CopyPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { continueFrom } from '@/components/studio/continue-from'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { videoWords } from '@/lib/words/video'

/** Opens the studio with everything this video was made of in place, as a draft of its own. */
export function AnotherLikeThis({ video, action }: { video: StudioVideo; action: string }) {
  const words = useWords(videoWords)
  const router = useRouter()
  const opening = useMutation({ mutationFn: () => continueFrom(video), onSuccess: () => router.push('/') })
  return (
    <>
      <Button look="plain" disabled={opening.isPending} onClick={() => opening.mutate()}>
        <CopyPlus size={16} strokeWidth={1.5} aria-hidden />
        {action}
      </Button>
      {opening.isError && (
        <p role="alert" className="text-sm text-danger">
          {words.notOpened}
        </p>
      )}
    </>
  )
}
