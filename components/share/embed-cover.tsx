import { buttonClass } from '@/components/ui/button'

/** What stands in another site's frame where there is no film to play in it. */
export function EmbedCover({ sentence, url }: { sentence: string; url?: string }) {
  return (
    <main
      data-theme="stage"
      className="fixed inset-0 flex flex-col items-center justify-center gap-4 bg-ground p-4 text-center"
    >
      <h1 className="text-base font-medium">{sentence}</h1>
      {url && (
        <a href={url} target="_blank" rel="noreferrer" className={buttonClass('outline')}>
          Open it in a new tab
        </a>
      )}
    </main>
  )
}
