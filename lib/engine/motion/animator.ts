import { type Delivery, FPS, type MouthFrame } from '../types'
import { Blinks } from './blinks'
import { Breathing } from './breathing'
import { Brows } from './brows'
import { Gaze } from './gaze'
import { Head } from './head'
import { type JawPath, plainJawPath } from './jaw-path'
import type { Pose } from './pose'
import { seededRandom } from './random'
import { OUTLINE_FRAMES, SpeechOutline } from './speech-outline'
import { type Temperament, temperamentAt } from './temperament'

const DEGREE = Math.PI / 180

/** Degrees that a head turns, nods and tilts at most. */
const MOST = { yaw: 4.8, pitch: 4.8, roll: 3.5 }
/** Share by which lips that are rounded more than halfway, as in oo, hold the jaw up, per unit of rounding beyond. */
const FUNNELLED = 0.5
/** Share by which lips that stand open in the photo are brought together before the jaw opens them: whole in contacts. */
const PARTED = 0.85
/** Share of the head's turns that the eyes make up for, so as to stay on the viewer (vestibulo-ocular reflex). */
const COUNTER_ROTATION = 0.8
const MOST_GAZE = 6

/** Frames ahead for which movements are planned: those that peak there begin before, as a nod begins before its syllable. */
const PLAN_FRAMES = 8
const LOOKAHEAD = PLAN_FRAMES + OUTLINE_FRAMES

/** Share by which a temperament comes nearer to the one asked for in each frame: 63 % in a third of a second. */
const EASING = 0.12

const SILENCE: MouthFrame = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }

type AnimatorOptions = {
  seed: number
  /** 0…1 scales head movement: less for a face that is turned away in the photo. */
  headRange?: number
  /** How far the jaw drops for what is said: less where little is seen. */
  jawPath?: JawPath
}

/**
 * Turns what mouth and voice do into poses, one a frame, in order. It looks half a second ahead, so poses come that
 * much later than frames; in which portions these come makes no difference. The same mouth, performance and seed give
 * the same poses.
 */
export class Animator {
  private readonly frames: MouthFrame[] = []
  private readonly heard = new SpeechOutline((index) => this.frames[index] ?? SILENCE)
  private readonly head: Head
  private readonly brows: Brows
  private readonly blinks: Blinks
  private readonly gaze: Gaze
  private readonly breathing: Breathing
  private readonly range: number
  private readonly jawPath: JawPath
  private temperament: Temperament | undefined
  private given = 0
  private planned = 0

  constructor({ seed, headRange = 1, jawPath = plainJawPath }: AnimatorOptions) {
    const random = seededRandom(seed)
    // Each has numbers of its own, so that a blink more does not move the head.
    const ofItsOwn = () => seededRandom(random() * 2 ** 32)
    this.range = headRange
    this.jawPath = jawPath
    this.head = new Head(ofItsOwn())
    this.brows = new Brows(ofItsOwn())
    this.blinks = new Blinks(ofItsOwn())
    this.gaze = new Gaze(ofItsOwn())
    this.breathing = new Breathing(ofItsOwn(), 1 / FPS)
  }

  /**
   * Takes the next frames; returns the poses that nothing later can change.
   * @param delivery how the speech is said, as far at least as its frames go
   */
  add(mouth: readonly MouthFrame[], delivery: Delivery): Pose[] {
    this.frames.push(...mouth)
    return this.give(this.frames.length - LOOKAHEAD, delivery)
  }

  /** There are no more frames: returns the poses that remain. */
  finish(delivery: Delivery): Pose[] {
    return this.give(this.frames.length, delivery)
  }

  private give(end: number, delivery: Delivery): Pose[] {
    const poses: Pose[] = []
    for (; this.given < end; this.given++) {
      while (this.planned <= this.given + PLAN_FRAMES) this.plan(this.planned++, delivery)
      poses.push(this.pose(this.given, delivery))
    }
    return poses
  }

  private plan(index: number, delivery: Delivery): void {
    const time = index / FPS
    const heard = this.heard.hear(index, delivery.stresses)
    const temperament = temperamentAt(delivery.performance, time)
    this.head.plan(time, heard, temperament)
    this.brows.plan(time, heard, temperament)
    this.breathing.plan(time, heard)
    this.gaze.plan(time, temperament.aversion)
    if (this.blinks.plan(time, heard, temperament.blinks)) this.gaze.returnWithBlink(time)
  }

  private pose(index: number, delivery: Delivery): Pose {
    const time = index / FPS
    const { open, round, press, tuck, loud } = this.frames[index]
    const { sway, lowered, brow, smile } = this.easeTemperament(temperamentAt(delivery.performance, time))
    const head = this.head.at(time, sway)
    const yaw = this.range * limit(head.yaw, MOST.yaw)
    const pitch = this.range * limit(head.pitch + lowered, MOST.pitch)
    const roll = this.range * limit(head.roll, MOST.roll)
    const eyes = this.gaze.at(time)
    return {
      yaw: DEGREE * yaw,
      pitch: DEGREE * pitch,
      roll: DEGREE * roll,
      shiftX: 0.004 * roll - 0.002 * yaw,
      shiftY: 0.0015 * pitch,
      jaw: this.jawPath(open) * (1 - FUNNELLED * Math.max(0, round - 0.5)),
      round: round * Math.min(1, loud * 2) - 0.3 * smile * (1 - Math.abs(round)),
      press,
      tuck: tuck * (1 - open * 0.5),
      brow: limit(brow + this.brows.at(time), 1),
      blink: this.blinks.at(time),
      gazeX: DEGREE * limit(eyes.right + COUNTER_ROTATION * yaw, MOST_GAZE),
      gazeY: DEGREE * limit(eyes.down - COUNTER_ROTATION * pitch, MOST_GAZE),
      breath: this.breathing.at(time),
      close: PARTED + (1 - PARTED) * Math.max(press, tuck),
    }
  }

  /** The temperament asked for, reached softly: no face changes from one frame to the next. */
  private easeTemperament(asked: Temperament): Temperament {
    const now = this.temperament ?? asked
    const ease = (key: keyof Temperament) => now[key] + EASING * (asked[key] - now[key])
    this.temperament = {
      ...asked,
      sway: ease('sway'),
      lowered: ease('lowered'),
      brow: ease('brow'),
      smile: ease('smile'),
    }
    return this.temperament
  }
}

/** The poses of a whole mouth movement at once. */
export function animate(mouth: readonly MouthFrame[], options: AnimatorOptions & Partial<Delivery>): Pose[] {
  const animator = new Animator(options)
  const delivery = { performance: options.performance ?? [], stresses: options.stresses ?? null }
  return [...animator.add(mouth, delivery), ...animator.finish(delivery)]
}

/** `value` for small ones, and never beyond ±`most`: nothing stops short. */
function limit(value: number, most: number): number {
  return most * Math.tanh(value / most)
}
