import { Fragment, type ReactNode } from 'react'

/** Marks places in a sentence by characters that no language writes (private use). */
const FIRST_PLACE = 0xe000

/** A sentence with elements in it, such as a link or a time, each where the language wants it. */
export function sentenceWith(sentence: (...places: string[]) => string, ...elements: ReactNode[]): ReactNode {
  const places = elements.map((_, index) => String.fromCharCode(FIRST_PLACE + index))
  return sentence(...places)
    .split(/([\ue000-\ue0ff])/)
    .map((piece, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are written anew each time, in one order.
      <Fragment key={index}>{places.includes(piece) ? elements[places.indexOf(piece)] : piece}</Fragment>
    ))
}
