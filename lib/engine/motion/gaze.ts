import { Movement } from './movement'
import { logNormal, normal } from './random'

/** Seconds that the eyes rest on a point. */
const FIXATION = { median: 0.6, spread: 0.5, least: 0.2, most: 1.6 }
/** Degrees: how far around the viewer's eyes a glance goes, and how far one that looks away. */
const NEAR = 0.6
const AWAY = { from: 1.5, spread: 2.5 }
/** Duration of a saccade: seconds, and seconds a degree (the main sequence, Bahill, Clark & Stark 1975). */
const SACCADE = { least: 0.021, perDegree: 0.0022 }

/**
 * Where the eyes look, in degrees to the picture's right and down from where they look in the photo: they rest on a
 * point for 0.2–1.6 s, then jump. Most points are about the viewer's eyes; now and then the glance goes away, more
 * to the sides than up or down (Lee, Badler & Badler 2002, "Eyes alive").
 */
export class Gaze {
  private readonly right = new Movement()
  private readonly down = new Movement()
  private next: number

  constructor(private readonly random: () => number) {
    this.next = random()
  }

  /** @param aversion share of glances that go away, 0…1 */
  plan(time: number, aversion: number): void {
    if (time < this.next) return
    const away = this.random() < aversion
    const angle = 2 * Math.PI * this.random()
    const size = away ? AWAY.from + AWAY.spread * this.random() : NEAR * Math.abs(normal(this.random))
    this.jump(time, Math.cos(angle) * size, 0.5 * Math.sin(angle) * size)
    const rest = logNormal(this.random, FIXATION.median, FIXATION.spread)
    this.next = time + Math.max(FIXATION.least, Math.min(FIXATION.most, rest))
  }

  /** The eyes come back to the viewer behind closing lids, as they do in most blinks, and stay for a moment. */
  returnWithBlink(time: number): void {
    this.jump(time, 0, 0)
    this.next = Math.max(this.next, time + 0.4)
  }

  at(time: number): { right: number; down: number } {
    return { right: this.right.at(time), down: this.down.at(time) }
  }

  private jump(time: number, right: number, down: number): void {
    const degrees = Math.hypot(right - this.right.goal, down - this.down.goal)
    const seconds = SACCADE.least + SACCADE.perDegree * degrees
    this.right.moveTo(right, time, seconds)
    this.down.moveTo(down, time, seconds)
  }
}
