import { X } from 'lucide-react'
import { type Labels, useLabels } from '@/components/filing/use-filing'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { SIZES } from '@/lib/boson/limits'
import type { Person } from '@/lib/team/members'
import { filterWords } from '@/lib/words/filters'
import { studioWords } from '@/lib/words/studio'
import { type Choice, Choose } from './choose'
import { FILTERS, type FilterName, type Filters } from './filters'
import { SearchField } from './search-field'

/** What the gallery shows: words to look for, and choices that narrow it down. */
export function FilterBar({
  filters,
  people,
  labels,
  onChange,
}: {
  filters: Filters
  people: Person[]
  /** As they came with the page. */
  labels: Labels
  onChange: (change: Filters) => void
}) {
  const { shapes } = useWords(studioWords)
  const words = useWords(filterWords)
  const tags = useLabels('tags', labels).map(({ name }) => name)
  const folders = useLabels('folders', labels).map(({ name }) => name)
  const choose = (name: FilterName, label: string, any: string, choices: Choice[]) => (
    <Choose
      label={label}
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
            words.madeBy,
            words.anyone,
            people.map(({ id, name }) => [id, name]),
          )}
        {choose('when', words.made, words.anyTime, Object.entries(words.spans))}
        {(folders.length > 0 || filters.folder) &&
          choose('folder', words.folder, words.anyFolder, withChosen(folders, filters.folder))}
        {(tags.length > 0 || filters.tag) &&
          choose('tag', words.tag, words.anyTag, withChosen(tags, filters.tag))}
        {choose('status', words.state, words.anyState, Object.entries(words.states))}
        {choose(
          'size',
          words.shape,
          words.anyShape,
          SIZES.map((size) => [size, shapes[size]]),
        )}
        {choose('engine', words.engine, words.anyEngine, Object.entries(words.engines))}
        {FILTERS.some((name) => name !== 'q' && filters[name]) && (
          <Button look="plain" onClick={() => onChange(CLEARED)}>
            <X size={16} strokeWidth={1.5} aria-hidden />
            {words.clear}
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
