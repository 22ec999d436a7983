import { Movement } from './movement'
import { logNormal } from './random'
import type { Heard } from './speech-outline'

/** Seconds from one blink until the next is due. About 18 a minute come of it. */
const GAP = { median: 2.5, spread: 0.5, least: 0.6 }
/** A blink that is due waits this long for a pause, then takes the next gap between syllables. */
const PATIENCE = 0.5
/** The end of a phrase draws a blink that would be due within this many seconds. */
const DRAW = 1

/** Seconds that lids take to shut, stay shut (at least one video frame), and open. */
const SHUT = { from: 0.075, spread: 0.04 }
const CLOSED = 0.045
const OPEN = { from: 0.17, spread: 0.1 }

/**
 * When lids are shut. Intervals are log-normal and come to 15–25 a minute, what people do while they talk (Bentivoglio
 * et al. 1997); lids close in about 100 ms and open more slowly. Speakers blink at the joints of their speech (Cummins
 * 2012): lids are closed in a pause or, where none comes in time, between two syllables, never on a vowel.
 */
export class Blinks {
  private readonly lids = new Movement()
  private due: number

  constructor(private readonly random: () => number) {
    this.due = 0.6 + random() * 2
  }

  /**
   * Decides about a time still to come by more than lids take to shut.
   * @param rate factor on the usual rate
   * @returns whether the lids will be closed then
   */
  plan(time: number, { pause, gap, phraseEnd }: Heard, rate: number): boolean {
    if (phraseEnd && this.due - time < DRAW) this.due = Math.min(this.due, time)
    const closes = time >= this.due && (pause || (gap && time >= this.due + PATIENCE))
    if (!closes) return false
    const rise = SHUT.from + SHUT.spread * this.random()
    const fall = OPEN.from + OPEN.spread * this.random()
    this.lids.stroke(1, time, { rise, hold: CLOSED, fall })
    this.due = time + Math.max(GAP.least, logNormal(this.random, GAP.median / rate, GAP.spread))
    return true
  }

  /** Lids closed, 0…1. */
  at(time: number): number {
    return Math.max(0, Math.min(1, this.lids.at(time)))
  }
}
