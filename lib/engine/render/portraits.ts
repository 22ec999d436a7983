import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { StudioError } from '@/lib/boson/errors'
import type { Size } from '@/lib/boson/limits'
import { type Crop, type Framing, type Point, type PortraitReport, UNFRAMED } from '@/lib/boson/schemas'
import { boundsOf, type MeshPoints } from '../face/face-mesh'
import { type FoundFace, findFace } from '../face/find-face'
import { mouthNotices } from '../face/mouth-cover'
import { photoAdvice } from '../face/photo-advice'
import { decodePicture, type Picture } from '../face/picture'
import type { VisionModels } from '../face/vision-models'
import { type JawPath, jawPathBySight } from '../motion/jaw-path'
import { type Portrait, preparePortrait } from './portrait'
import { seenOpenings } from './seen-openings'

/** Prepared portraits kept: one being rendered and the one before it. About 12 MB each. */
const KEPT = 2

/** A portrait, and how far its jaw has to drop to be read. */
export type SpeakingPortrait = Portrait & { jawPath: JawPath }

/** Finds and prepares faces; remembers the last few prepared ones by content and size. */
export type Portraits = {
  /** @throws StudioError `invalid_image_format` as {@link decodePicture}, {@link findFace}, {@link mouthNotices} */
  inspect(path: string, framing?: Framing): Promise<PortraitReport>
  /** As `inspect`, which comes before it, but for the mouth: that takes as long as finding the face. */
  prepare(path: string, size: Size, framing?: Framing): Promise<SpeakingPortrait>
}

export function createPortraits(models: VisionModels): Portraits {
  const kept = new Map<string, Promise<SpeakingPortrait>>()

  return {
    async inspect(path, framing = UNFRAMED) {
      const { face, scale } = await find(await readFile(path), framing)
      if (framing.crop) requireInside(face.points, face.picture)
      const advice = await photoAdvice(face.picture, face.points)
      const notices = [...face.notices, ...advice, ...(await mouthNotices(models, face))]
      return report({ ...face, notices }, scale)
    },
    async prepare(path, size, framing = UNFRAMED) {
      const bytes = await readFile(path)
      const key = `${size} ${JSON.stringify(framing)} ${createHash('sha256').update(bytes).digest('hex')}`
      const portrait = kept.get(key) ?? prepareFrom(bytes, size, framing)
      // The newest goes to the end of the map's order; the oldest falls off its start.
      kept.delete(key)
      kept.set(key, portrait)
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
      portrait.catch(() => kept.delete(key))
      return portrait
    },
  }

  async function prepareFrom(bytes: Uint8Array, size: Size, framing: Framing): Promise<SpeakingPortrait> {
    const { face } = await find(bytes, framing)
    const portrait = await preparePortrait(models, face, size, framing.crop !== null)
    return { ...portrait, jawPath: jawPathBySight(await seenOpenings(models, portrait)) }
  }

  async function find(bytes: Uint8Array, { crop, face }: Framing) {
    models.open()
    const { scale, ...picture } = await decodePicture(bytes, crop)
    const near = face && crop ? within(crop, face) : face
    try {
      return { scale, face: await findFace(models, picture, near) }
    } catch (error) {
      if (crop && error instanceof StudioError && error.code === 'no_face') throw outside(error)
      throw error
    }
  }
}

/** A point of the whole picture as one of a part of it. */
function within(crop: Crop, { x, y }: Point): Point {
  return { x: (x - crop.x) / crop.width, y: (y - crop.y) / crop.height }
}

/** How far a face may reach beyond a crop, as a share of its height: the model guesses what it does not see. */
const TOLERANCE = 0.04

function requireInside(points: MeshPoints, picture: Picture): void {
  const { x, y, width, height } = boundsOf(points)
  const most = TOLERANCE * height
  const beyond = Math.max(-x, -y, x + width - picture.width, y + height - picture.height)
  if (beyond > most) throw outside()
}

function outside(cause?: unknown): StudioError {
  return new StudioError(
    'invalid_request',
    'The crop leaves out the face or a part of it. Move or enlarge it so that the whole face is inside.',
    { param: 'crop', code: 'face_outside', cause },
  )
}

function report({ picture, points, faces, turned, notices }: FoundFace, scale: number): PortraitReport {
  const original = (value: number) => Math.round(value / scale)
  const box = (face: MeshPoints) => {
    const { x, y, width, height } = boundsOf(face)
    return { x: original(x), y: original(y), width: original(width), height: original(height) }
  }
  return {
    width: original(picture.width),
    height: original(picture.height),
    faces: faces.length,
    face: box(points),
    boxes: faces.map(box),
    turned,
    notices,
  }
}
