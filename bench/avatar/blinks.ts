import type { MeshPoints } from '@/lib/engine/face/face-mesh'
import { FPS } from '@/lib/engine/types'
import { distance } from './lip-gap'

/** Of each eye: middle of the upper and of the lower lid, outer and inner corner. */
const EYES = [
  [159, 145, 33, 133],
  [386, 374, 263, 362],
] as const

/** Under this share of their usual opening eyes count as shut. */
const SHUT = 0.6

/** Height over width of the eyes, the mean of both (the eye aspect ratio of Soukupová & Čech 2016, by one pair a lid). */
export function eyeOpening(points: MeshPoints): number {
  const ratios = EYES.map(([upper, lower, a, b]) => distance(points, upper, lower) / distance(points, a, b))
  return (ratios[0] + ratios[1]) / 2
}

/** In which frames the eyes are shut, given their opening frame by frame. */
export function shutEyes(openings: readonly number[]): boolean[] {
  const usual = openings.toSorted((a, b) => a - b)[Math.floor(openings.length / 2)]
  return openings.map((opening) => opening < SHUT * usual)
}

/** How often a minute they shut. */
export function blinksPerMinute(shut: readonly boolean[]): number {
  const blinks = shut.filter((now, i) => now && i > 0 && !shut[i - 1]).length
  return (blinks * 60 * FPS) / shut.length
}
