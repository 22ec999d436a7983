import { ChevronRight } from 'lucide-react'

/** A heading of the page and what stands below it. */
export type Chapter = { id: string; title: string; sections?: Chapter[] }

/** The table of contents: beside the page where there is room, else folded above it. */
export function Contents({ chapters }: { chapters: Chapter[] }) {
  return (
    <>
      <details className="group border-b border-hair px-4 sm:px-10 xl:hidden">
        <summary className="flex min-h-11 list-none items-center gap-2 text-sm font-medium [&::-webkit-details-marker]:hidden">
          <ChevronRight size={16} strokeWidth={1.5} aria-hidden className="group-open:rotate-90" />
          On this page
        </summary>
        <nav aria-label="On this page" className="pb-4">
          <List chapters={chapters} />
        </nav>
      </details>
      <nav
        aria-label="On this page"
        className="max-xl:hidden sticky top-0 h-dvh overflow-y-auto border-r border-hair py-10 pr-4 pl-10"
      >
        <List chapters={chapters} />
      </nav>
    </>
  )
}

function List({ chapters }: { chapters: Chapter[] }) {
  return (
    <ul>
      {chapters.map(({ id, title, sections }) => (
        <li key={id} className={sections ? 'mt-6 first:mt-0' : undefined}>
          <a
            href={`#${id}`}
            className={`flex min-h-11 items-center rounded-control text-sm transition-colors hover:text-ink xl:min-h-8 ${sections ? 'font-medium' : 'text-quiet'}`}
          >
            {title}
          </a>
          {sections && <List chapters={sections} />}
        </li>
      ))}
    </ul>
  )
}
