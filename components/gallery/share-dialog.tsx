import { useMutation } from '@tanstack/react-query'
import { createLink } from '@/components/api/links'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { Copyable } from '@/components/ui/copyable'
import { Dialog } from '@/components/ui/dialog'
import type { StudioVideo } from '@/lib/boson/schemas'

/** Makes a link to each video, and shows them to be copied together. */
export function ShareDialog({ videos, onClose }: { videos: StudioVideo[]; onClose: () => void }) {
  const sharing = useMutation({ mutationFn: linksTo })
  const what = videos.length === 1 ? '1 video' : `${videos.length} videos`
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Share ${what}`}
      lead="Each gets a link of its own, which anyone who has it may open. Names, ends and passwords are set on the page of each video; all links can be taken back."
    >
      {sharing.data && <Copyable first label="Links" text={sharing.data} />}
      {sharing.error && (
        <p role="alert" className="text-sm text-danger">
          {errorSentence(sharing.error)}
        </p>
      )}
      <div className="mt-6 flex justify-end gap-2">
        <Button onClick={onClose}>Close</Button>
        {!sharing.data && (
          <Button look="primary" disabled={sharing.isPending} onClick={() => sharing.mutate(videos)}>
            {sharing.isPending ? 'Making links' : 'Make links'}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

/** A line of title and address for each. */
async function linksTo(videos: StudioVideo[]): Promise<string> {
  const lines: string[] = []
  for (const { id, title } of videos) lines.push(`${title}\n${(await createLink(id)).url}`)
  return lines.join('\n\n')
}
