import type { FaceMesh } from '@/lib/engine/face/face-mesh'
import type { Picture } from '@/lib/engine/face/picture'
import type { VisionModels } from '@/lib/engine/face/vision-models'
import { blinksPerMinute, eyeOpening, watchEyes } from './blinks'
import { type HeadTurn, headRange, headTurn } from './head-turns'
import { type Identity, likeness } from './identity'
import { lipGap } from './lip-gap'
import { Steadiness } from './steadiness'
import { FaceTracker } from './track-face'

/** Every how many frames it is asked whose face this is. */
const IDENTITY_STRIDE = 5

/**
 * Cosines of the face with the photo's: their mean, the least, and the least while the eyes are open. Lids hide what the
 * network tells people by, as they would in a photo, so the least is found in a blink.
 */
export type Likeness = { mean: number; min: number; awake: number }

/** What is seen in a finished video. */
export type Seen = {
  /** {@link lipGap} of each frame. */
  gaps: number[]
  blinksPerMinute: number
  headRange: HeadTurn
  identity: Likeness
  /** Levels, as {@link Steadiness} has them. */
  flash: number
  background: number
}

type Eyes = { models: VisionModels; identity: Identity; photo: Float32Array }

/** Looks at a video's frames once, in order. @param eyes whose `photo` is the identity of the picture it was made of */
export async function watchVideo(frames: AsyncIterable<Picture>, eyes: Eyes): Promise<Seen> {
  const tracker = new FaceTracker(eyes.models)
  const steadiness = new Steadiness()
  const gaps: number[] = []
  const openings: number[] = []
  const turns: HeadTurn[] = []
  const cosines: { frame: number; cosine: number }[] = []
  let first: FaceMesh | undefined
  for await (const picture of frames) {
    const mesh = await tracker.find(picture)
    first ??= mesh
    if (gaps.length % IDENTITY_STRIDE === 0) {
      const cosine = likeness(await eyes.identity(picture, mesh.region), eyes.photo)
      cosines.push({ frame: gaps.length, cosine })
    }
    gaps.push(lipGap(mesh.points))
    openings.push(eyeOpening(mesh.points))
    turns.push(headTurn(mesh.points, first.points))
    steadiness.add(picture)
  }
  const lids = watchEyes(openings)
  const awake = cosines.filter(({ frame }) => lids[frame] === 'open')
  const least = (of: typeof cosines) => Math.min(...of.map(({ cosine }) => cosine))
  return {
    gaps,
    blinksPerMinute: blinksPerMinute(lids),
    headRange: headRange(turns),
    identity: {
      mean: cosines.reduce((sum, { cosine }) => sum + cosine, 0) / cosines.length,
      min: least(cosines),
      awake: least(awake),
    },
    flash: steadiness.flash,
    background: steadiness.background,
  }
}
