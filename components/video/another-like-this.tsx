import { useMutation } from '@tanstack/react-query'
import { CopyPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { continueFrom } from '@/components/studio/continue-from'
import { useDraft } from '@/components/studio/draft'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import type { StudioVideo } from '@/lib/boson/schemas'

/** Opens the studio with everything this video was made of in place. Asks first where something else is written there. */
export function AnotherLikeThis({ video, words }: { video: StudioVideo; words: string }) {
  const router = useRouter()
  const { script } = useDraft()
  const opening = useMutation({ mutationFn: () => continueFrom(video), onSuccess: () => router.push('/') })
  const icon = <CopyPlus size={16} strokeWidth={1.5} aria-hidden />
  const isFree = script.trim() === '' || script === video.script
  return (
    <>
      {isFree ? (
        <Button look="plain" disabled={opening.isPending} onClick={() => opening.mutate()}>
          {icon}
          {words}
        </Button>
      ) : (
        <Confirm
          trigger={
            <Button look="plain" disabled={opening.isPending}>
              {icon}
              {words}
            </Button>
          }
          question="Replace what is in the studio?"
          consequence="The script that is written there now makes way for the one of this video."
          action="Replace it"
          onConfirm={() => opening.mutate()}
        />
      )}
      {opening.isError && (
        <p role="alert" className="text-sm text-danger">
          The portrait could not be loaded. Check the connection and try again.
        </p>
      )}
    </>
  )
}
