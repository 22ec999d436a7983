import { X } from 'lucide-react'
import { useLabels } from '@/components/filing/use-filing'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { SIZES } from '@/lib/boson/limits'
import type { Person } from '@/lib/team/members'
import { studioWords } from '@/lib/words/studio'
import { type Choice, Choose } from './choose'
import { FILTERS, type FilterName, type Filters } from './filters'
import { SearchField } from './search-field'

const WHEN: Choice[] = [
  ['day', 'Last 24 hours'],
  ['week', 'Last 7 days'],
  ['month', 'Last 30 days'],
  ['year', 'Last year'],
]
const STATUS: Choice[] = [
  ['completed', 'Finished'],
  ['in_progress', 'Being made'],
  ['queued', 'Waiting'],
  ['failed', 'Failed or cancelled'],
]
const ENGINE: Choice[] = [
  ['local', 'This studio'],
  ['boson', 'Boson'],
]

/** What the gallery shows: words to look for, and choices that narrow it down. */
export function FilterBar({
  filters,
  people,
  onChange,
}: {
  filters: Filters
  people: Person[]
  onChange: (change: Filters) => void
}) {
  const { shapes } = useWords(studioWords)
  const tags = useLabels('tags').map(({ name }) => name)
  const folders = useLabels('folders').map(({ name }) => name)
  const choose = (name: FilterName, words: string, any: string, choices: Choice[]) => (
    <Choose
      label={words}
      any={any}
      value={filters[name] ?? ''}
      choices={choices}
      onChoose={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <search className="flex flex-wrap items-center gap-x-1 gap-y-2 pt-3 pb-6">
      <SearchField words={filters.q ?? ''} onSearch={(q) => onChange({ q })} />
      <div className="-mx-4 flex max-w-[calc(100%+2rem)] items-center gap-1 overflow-x-auto px-4 [scrollbar-width:none] lg:mx-0 lg:flex-wrap lg:px-0">
        {people.length > 1 &&
          choose(
            'who',
            'Made by',
            'Anyone',
            people.map(({ id, name }) => [id, name]),
          )}
        {choose('when', 'Made', 'Any time', WHEN)}
        {(folders.length > 0 || filters.folder) &&
          choose('folder', 'Folder', 'Any folder', withChosen(folders, filters.folder))}
        {(tags.length > 0 || filters.tag) && choose('tag', 'Tag', 'Any tag', withChosen(tags, filters.tag))}
        {choose('status', 'State', 'Any state', STATUS)}
        {choose(
          'size',
          'Shape',
          'Any shape',
          SIZES.map((size) => [size, shapes[size]]),
        )}
        {choose('engine', 'Engine', 'Any engine', ENGINE)}
        {FILTERS.some((name) => name !== 'q' && filters[name]) && (
          <Button look="plain" onClick={() => onChange(CLEARED)}>
            <X size={16} strokeWidth={1.5} aria-hidden />
            Clear
          </Button>
        )}
      </div>
    </search>
  )
}

/** All filters off. */
export const CLEARED: Filters = Object.fromEntries(FILTERS.map((name) => [name, '']))

/** What is chosen is offered, also where nothing has it any longer. */
function withChosen(names: string[], chosen: string | undefined): Choice[] {
  const all = chosen && !names.includes(chosen) ? [...names, chosen] : names
  return all.map((name) => [name, name])
}
