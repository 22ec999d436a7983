import { Movement } from './movement'
import type { Heard } from './speech-outline'
import type { Temperament } from './temperament'

/** Syllables more prominent than this raise the brows, in most cases. */
const RAISED = 0.5
const CHANCE = 0.7
/** Size: 2 mm, since a face is known by where its brows are. Seconds; a rise falls more slowly than it came, and the next waits for it. */
const FLASH = { size: 0.45, rise: 0.16, hold: 0.06, fall: 0.45, apart: 0.7 }
/** The rise that opens a phrase. */
const OPENING = { size: 0.25, rise: 0.25, hold: 0.1, fall: 0.7 }

/** Brows rise with the most prominent syllables, about where heads nod (Ekman 1979; Cavé et al. 1996). */
export class Brows {
  private readonly flashes = new Movement()
  private last = -1

  constructor(private readonly random: () => number) {}

  /** Decides about a time still to come by at least the time brows rise. */
  plan(time: number, { phraseStart, accent }: Heard, { flash }: Temperament): void {
    if (phraseStart) this.flashes.stroke(OPENING.size * flash, time, OPENING)
    if (accent === null || accent < RAISED || time - this.last < FLASH.apart) return
    if (this.random() > CHANCE) return
    this.flashes.stroke(FLASH.size * flash * accent, time, FLASH)
    this.last = time
  }

  /** How far above where they rest, about 0…1. */
  at(time: number): number {
    return this.flashes.at(time)
  }
}
