import type { MeshPoints } from '@/lib/engine/face/face-mesh'
import { FPS } from '@/lib/engine/types'
import { distance } from './lip-gap'

/** Of each eye: middle of the upper and of the lower lid, outer and inner corner. */
const EYES = [
  [159, 145, 33, 133],
  [386, 374, 263, 362],
] as const

/** Shares of their usual opening: under the first eyes count as shut, and until they reach the second again. */
const SHUT = 0.6
const OPEN = 0.8

/** Height over width of the eyes, the mean of both (the eye aspect ratio of Soukupová & Čech 2016, by one pair a lid). */
export function eyeOpening(points: MeshPoints): number {
  const ratios = EYES.map(([upper, lower, a, b]) => distance(points, upper, lower) / distance(points, a, b))
  return (ratios[0] + ratios[1]) / 2
}

/** What the eyes do, frame by frame, given their opening. */
export function watchEyes(openings: readonly number[]): ('open' | 'narrow' | 'shut')[] {
  const usual = openings.toSorted((a, b) => a - b)[Math.floor(openings.length / 2)]
  let shut = false
  return openings.map((opening) => {
    shut = opening < (shut ? OPEN : SHUT) * usual
    return shut ? 'shut' : opening < OPEN * usual ? 'narrow' : 'open'
  })
}

/** How often a minute they shut. */
export function blinksPerMinute(eyes: readonly ('open' | 'narrow' | 'shut')[]): number {
  const blinks = eyes.filter((now, i) => now === 'shut' && i > 0 && eyes[i - 1] !== 'shut').length
  return (blinks * 60 * FPS) / eyes.length
}
