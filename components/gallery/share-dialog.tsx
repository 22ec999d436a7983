import { useMutation } from '@tanstack/react-query'
import { createLink } from '@/components/api/links'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { Copyable } from '@/components/ui/copyable'
import { Dialog } from '@/components/ui/dialog'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { actionWords } from '@/lib/words/actions'
import { galleryWords } from '@/lib/words/gallery'

/** Makes a link to each video, and shows them to be copied together. */
export function ShareDialog({ videos, onClose }: { videos: StudioVideo[]; onClose: () => void }) {
  const words = useWords(galleryWords)
  const actions = useWords(actionWords)
  const sharing = useMutation({ mutationFn: linksTo })
  return (
    <Dialog open onClose={onClose} title={words.shareTitle(videos.length)} lead={words.shareLead}>
      {sharing.data && <Copyable first label={words.links} text={sharing.data} />}
      {sharing.error && (
        <p role="alert" className="text-sm text-danger">
          {errorSentence(sharing.error)}
        </p>
      )}
      <div className="mt-6 flex justify-end gap-2">
        <Button onClick={onClose}>{actions.close}</Button>
        {!sharing.data && (
          <Button look="primary" disabled={sharing.isPending} onClick={() => sharing.mutate(videos)}>
            {sharing.isPending ? words.makingLinks : words.makeLinks}
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
