import { VOICES } from './speeches'

/** Which preset voices a portrait speaks with, and which of the recorded people, if any, by number. */
export type Part = { portrait: string; voices: string[]; person: number | null }

/** Every how many portraits speak with a recorded person. */
const PERSON_STRIDE = 5

/**
 * Every portrait with `each` voices, taken in turn, so that all voices come up about equally often, and every fifth with
 * one of the recorded people. All portraits with all voices would take hours and say little more: what a portrait does
 * to a mouth hardly depends on the voice.
 */
export function planOf(portraits: readonly string[], each: number): Part[] {
  return portraits.map((portrait, i) => ({
    portrait,
    voices: Array.from({ length: each }, (_, k) => VOICES[(i * each + k) % VOICES.length]),
    person: i % PERSON_STRIDE === 0 ? i / PERSON_STRIDE : null,
  }))
}
