import type { Heard } from './speech-outline'

/** Breaths a second at rest, and the share of each that is drawing in. */
const REST_RATE = 0.25
const INHALING = 0.42
/** Seconds in which the chest comes 63 % nearer to where it goes, twice in a row: at rest, drawn in to speak, speaking. */
const PACE = { rest: 0.45, inhale: 0.14, speak: 1.6 }

/**
 * How far the chest is raised, about −1…1: a quarter of a breath a second at rest; in speech a quick breath before each
 * phrase and a slow fall along it (Hixon 1973; Winkworth et al. 1995).
 */
export class Breathing {
  private phase: number
  private eased = 0
  private chest = 0
  private inhaleUntil = -1
  private speaking = false

  constructor(
    random: () => number,
    private readonly step: number,
  ) {
    this.phase = random()
  }

  /** @param time of what is heard, some tenths of a second ahead */
  plan(time: number, { phraseStart, speaking }: Heard): void {
    if (phraseStart) this.inhaleUntil = time
    this.speaking = speaking
  }

  /** One step further. */
  at(time: number): number {
    const inhaling = time < this.inhaleUntil
    this.phase = (this.phase + REST_RATE * this.step) % 1
    const goal = inhaling ? 1 : this.speaking ? -0.8 : this.phase < INHALING ? 1 : -1
    const share = 1 - Math.exp(-this.step / (inhaling ? PACE.inhale : this.speaking ? PACE.speak : PACE.rest))
    this.eased += (goal - this.eased) * share
    this.chest += (this.eased - this.chest) * Math.max(share, 0.12)
    return this.chest
  }
}
