import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Stretch } from './sentences'

/** Says which words are heard now, or that none are. */
export const markBeingSaid = StateEffect.define<Stretch | null>()

const said = Decoration.mark({ class: 'text-accent' })

/** The words that are heard now, in the colour of what speaks. */
export const beingSaid = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { changes, effects }) {
    for (const effect of effects) {
      if (!effect.is(markBeingSaid)) continue
      const stretch = effect.value
      return stretch && stretch.from < stretch.to
        ? Decoration.set(said.range(stretch.from, stretch.to))
        : Decoration.none
    }
    return before.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})
