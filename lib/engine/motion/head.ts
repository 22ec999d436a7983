import { Movement } from './movement'
import { normal } from './random'
import type { Heard } from './speech-outline'
import type { Temperament } from './temperament'

/** Degrees: standard deviation of the head's posture about straight ahead. */
const POSTURE = { yaw: 1.6, pitch: 0.6, roll: 0.9 }
/** Seconds that a change of posture takes, and between two of them while somebody speaks or keeps silent. */
const SHIFT = 0.9
const STAY = { speaking: 1.6, silent: 4 }
/** Posture in silence, of that in speech. */
const SILENT_POSTURE = 0.7

/** Degrees, and seconds: a nod on the most prominent syllables, lifted chin as a phrase begins, dip as it ends. */
const NOD = { degrees: 3, rise: 0.2, fall: 0.42, apart: 0.36 }
const LIFT = { degrees: -1, rise: 0.3, fall: 0.6 }
const DIP = { degrees: 1.2, rise: 0.3, fall: 0.8 }
/** Syllables less prominent than this get no nod. */
const NODDED = 0.3

/**
 * Slow drift: sines of these rates in Hz, whose size falls with the rate as the slow band of head movement does
 * (0.2–1.8 Hz, Hadar et al. 1983). In degrees at the slowest.
 */
const DRIFT = { rates: [0.07, 0.13, 0.22, 0.37], degrees: { yaw: 0.9, pitch: 0.45, roll: 0.5 } }

type Angles = { yaw: number; pitch: number; roll: number }
const AXES = ['yaw', 'pitch', 'roll'] as const

/**
 * How the head moves: it drifts, takes another posture as phrases begin, nods on prominent syllables (Hadar et al.
 * 1983; Munhall et al. 2004) and dips as phrases end. Degrees.
 */
export class Head {
  private readonly posture = { yaw: new Movement(), pitch: new Movement(), roll: new Movement() }
  private readonly nods = new Movement()
  private readonly turns = new Movement()
  private readonly drift: { axis: (typeof AXES)[number]; rate: number; degrees: number; phase: number }[]
  private stayUntil = 0
  private lastNod = -1

  constructor(private readonly random: () => number) {
    this.drift = AXES.flatMap((axis) =>
      DRIFT.rates.map((rate) => ({
        axis,
        rate: rate * (0.85 + 0.3 * random()),
        degrees: (DRIFT.degrees[axis] * DRIFT.rates[0]) / rate,
        phase: 2 * Math.PI * random(),
      })),
    )
  }

  /** Decides about a time still to come by at least the time a nod rises. */
  plan(time: number, heard: Heard, temperament: Temperament): void {
    const { phraseStart, phraseEnd, speaking, accent } = heard
    const { nod, tempo } = temperament
    if (phraseStart) this.nods.stroke(LIFT.degrees * nod, time, faster(LIFT, tempo))
    if (phraseEnd) this.nods.stroke(DIP.degrees * nod, time + 0.1, faster(DIP, tempo))
    const moves = phraseStart || (speaking ? accent !== null : true)
    if (phraseStart || (moves && time >= this.stayUntil)) this.takePosture(time, speaking, temperament)
    if (accent !== null && accent > NODDED && time - this.lastNod >= NOD.apart / tempo) {
      const size = accent * (0.75 + 0.5 * this.random())
      this.nods.stroke(NOD.degrees * nod * size, time, faster(NOD, tempo))
      this.turns.stroke(0.5 * nod * size * normal(this.random), time, faster(NOD, tempo))
      this.lastNod = time
    }
  }

  /** @param sway factor on drift */
  at(time: number, sway: number): Angles {
    const angles = {
      yaw: this.posture.yaw.at(time) + this.turns.at(time),
      pitch: this.posture.pitch.at(time) + this.nods.at(time),
      roll: this.posture.roll.at(time),
    }
    for (const { axis, rate, degrees, phase } of this.drift) {
      angles[axis] += sway * degrees * Math.sin(2 * Math.PI * rate * time + phase)
    }
    return angles
  }

  private takePosture(time: number, speaking: boolean, { sway, tempo }: Temperament): void {
    const size = sway * (speaking ? 1 : SILENT_POSTURE)
    const seconds = ((speaking ? SHIFT : 1.6 * SHIFT) * (0.8 + 0.5 * this.random())) / tempo
    for (const axis of AXES) {
      this.posture[axis].moveTo(size * POSTURE[axis] * normal(this.random), time - 0.2, seconds)
    }
    this.stayUntil = time + seconds + (speaking ? STAY.speaking : STAY.silent) * (0.4 + this.random())
  }
}

function faster({ rise, fall }: { rise: number; fall: number }, tempo: number) {
  return { rise: Math.min(0.3, rise / tempo), fall: fall / tempo }
}
