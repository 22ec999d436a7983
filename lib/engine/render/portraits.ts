import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { PortraitReport, Size } from '@/lib/boson/schemas'
import { boundsOf } from '../face/face-mesh'
import { type FoundFace, findFace } from '../face/find-face'
import { mouthNotices } from '../face/mouth-cover'
import { decodePicture } from '../face/picture'
import type { VisionModels } from '../face/vision-models'
import type { Crop } from '../types'
import { type Portrait, preparePortrait } from './portrait'

/** Prepared portraits kept: one being rendered and the one before it. About 12 MB each. */
const KEPT = 2

/** Finds and prepares faces; remembers the last few prepared ones by content and size. */
export type Portraits = {
  /** @throws StudioError `invalid_image_format` as {@link decodePicture}, {@link findFace}, {@link mouthNotices} */
  inspect(path: string): Promise<PortraitReport>
  /** As `inspect`, which comes before it, but for the mouth: that takes as long as finding the face. */
  prepare(path: string, size: Size, crop?: Crop): Promise<Portrait>
}

export function createPortraits(models: VisionModels): Portraits {
  const kept = new Map<string, Promise<Portrait>>()

  return {
    async inspect(path) {
      const { scale, ...picture } = await decodePicture(await readFile(path))
      const face = await findFace(models, picture)
      const notices = [...face.notices, ...(await mouthNotices(models, face))]
      return report({ ...face, notices }, scale)
    },
    async prepare(path, size, crop) {
      const bytes = await readFile(path)
      const key = `${size} ${JSON.stringify(crop)} ${createHash('sha256').update(bytes).digest('hex')}`
      const portrait = kept.get(key) ?? prepareFrom(bytes, size, crop)
      // The newest goes to the end of the map's order; the oldest falls off its start.
      kept.delete(key)
      kept.set(key, portrait)
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
      portrait.catch(() => kept.delete(key))
      return portrait
    },
  }

  async function prepareFrom(bytes: Uint8Array, size: Size, crop?: Crop): Promise<Portrait> {
    const face = await findFace(models, await decodePicture(bytes, crop))
    return preparePortrait(models, face, size, crop !== undefined)
  }
}

function report({ picture, points, faces, notices }: FoundFace, scale: number): PortraitReport {
  const original = (value: number) => Math.round(value / scale)
  const box = boundsOf(points)
  return {
    width: original(picture.width),
    height: original(picture.height),
    faces,
    face: {
      x: original(box.x),
      y: original(box.y),
      width: original(box.width),
      height: original(box.height),
    },
    notices,
  }
}
