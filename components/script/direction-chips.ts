import type { Extension } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import { TAG_PATTERN } from '@/lib/boson/tags'
import type { directionWords } from '@/lib/words/directions'
import { directionOf } from './directions'

type Words = (typeof directionWords)['en']

/** A tag as one thing to see, to step over, to delete and to drag. The text beneath stays what it is. */
class Chip extends WidgetType {
  constructor(
    readonly kind: string,
    readonly words: string,
  ) {
    super()
  }

  override eq(other: Chip): boolean {
    return other.words === this.words && other.kind === this.kind
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = 'direction'
    chip.draggable = true
    chip.append(hidden(`(${this.kind}: `), this.words, hidden(')'))
    return chip
  }

  /** The editor would begin to select where the browser should begin to drag. */
  override ignoreEvent(event: Event): boolean {
    return event.type === 'mousedown'
  }
}

/** Said by screen readers only. */
function hidden(text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'sr-only'
  element.textContent = text
  return element
}

function chips(words: Words): Extension {
  const matcher = new MatchDecorator({
    regexp: TAG_PATTERN,
    decoration: ([text]) => {
      const found = directionOf(text, words)
      return found ? Decoration.replace({ widget: new Chip(found.kind, words.inScript(found.words)) }) : null
    },
  })
  return ViewPlugin.define(
    (view) => ({
      decorations: matcher.createDeco(view),
      update(update: ViewUpdate) {
        this.decorations = matcher.updateDeco(update, this.decorations)
      },
    }),
    {
      decorations: (plugin) => plugin.decorations,
      provide: (plugin) => EditorView.atomicRanges.of((view) => chipsOf(view.plugin(plugin))),
    },
  )
}

function chipsOf(plugin: { decorations: DecorationSet } | null): DecorationSet {
  return plugin?.decorations ?? Decoration.none
}

const selectOnClick = EditorView.domEventHandlers({
  click(event, view) {
    const chip = event.target instanceof Element ? event.target.closest('.direction') : null
    if (!(chip instanceof HTMLElement)) return false
    const from = view.posAtDOM(chip)
    const tag = view.state.doc.sliceString(from).match(/^<\|[^|]*\|>/)
    if (!tag) return false
    view.focus()
    view.dispatch({ selection: { anchor: from, head: from + tag[0].length } })
    return true
  },
})

/** Shows every tag of a script as a chip, in the reader's words. */
export function directionChips(words: Words): Extension {
  return [chips(words), selectOnClick]
}
