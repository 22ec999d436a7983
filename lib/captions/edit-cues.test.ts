import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cue } from '@/lib/boson/schemas'
import { faultOf } from './cues'
import { addCue, mergeCue, moveEdge, splitCue } from './edit-cues'

const SECONDS = 10
const CUES: Cue[] = [
  { start: 0, end: 2, text: 'One two' },
  { start: 2.5, end: 4, text: 'three' },
  { start: 4, end: 9, text: 'four five six' },
]

describe('captions being edited', () => {
  it('are split where the caret stands, and time goes with the text', () => {
    const [first, second] = splitCue(CUES, 0, 3)
    expect(first).toEqual({ start: 0, end: 1, text: 'One' })
    expect(second).toEqual({ start: 1, end: 2, text: 'two' })
    expect(splitCue(CUES, 0, 0)).toEqual(CUES)
  })

  it('are merged with the next', () => {
    expect(mergeCue(CUES, 0)[0]).toEqual({ start: 0, end: 4, text: 'One two three' })
    expect(mergeCue(CUES, 2)).toEqual(CUES)
  })

  it('are added where there is room', () => {
    expect(addCue(CUES, 2.1, SECONDS)).toMatchObject({ index: 1, cues: { length: 4 } })
    expect(addCue(CUES, 9.5, SECONDS)?.cues.at(-1)).toEqual({ start: 9.5, end: 10, text: '' })
    expect(addCue(CUES, 3, SECONDS)).toBeNull()
  })

  it('keep good times whatever is done to them', () => {
    const action = fc.record({
      kind: fc.constantFrom('split', 'merge', 'start', 'end', 'add'),
      index: fc.nat(6),
      at: fc.double({ min: -3, max: 13, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        let cues = CUES
        for (const { kind, index: wanted, at } of actions) {
          const index = Math.min(wanted, cues.length - 1)
          if (kind === 'split') cues = splitCue(cues, index, Math.round(at))
          else if (kind === 'merge') cues = mergeCue(cues, index)
          else if (kind === 'add') cues = addCue(cues, Math.max(0, at), SECONDS)?.cues ?? cues
          else cues = moveEdge(cues, index, kind, at, SECONDS)
        }
        return faultOf(cues, SECONDS) === null
      }),
    )
  })
})
