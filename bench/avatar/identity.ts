import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Picture } from '@/lib/engine/face/picture'
import { type Region, sampleRegion } from '@/lib/engine/face/sample-region'

const MODEL = join(import.meta.dirname, 'models/faceres.onnx')
const SIDE = 224
/**
 * The network was trained on boxes of faces widened by three tenths, so as to show the whole head (Cao et al. 2018,
 * "VGGFace2"); the mesh looks at a region 1.5 times as large as the face.
 */
const SHARE_OF_REGION = 1.3 / 1.5

/**
 * Tells people apart: describes whose face a picture shows by a vector of length 1 (`models/README.md`). The product of
 * two of them, the cosine, is about 0.9 and more for one face in two poses, and at most about 0.7 for two of the portraits.
 */
export type Identity = (picture: Picture, region: Region) => Promise<Float32Array>

/**
 * The region is that of the face's mesh. The face and its mirror image are described and added, which makes less of
 * light and expression (as in the evaluation of Wang et al. 2018, "CosFace").
 */
export async function openIdentity(): Promise<Identity> {
  const session = await InferenceSession.create(MODEL, { intraOpNumThreads: 1, logSeverityLevel: 3 })

  async function describe(pixels: Float32Array): Promise<Float32Array> {
    const { embedding } = await session.run({ image: new Tensor('float32', pixels, [1, SIDE, SIDE, 3]) })
    if (!(embedding.data instanceof Float32Array)) throw new TypeError('the network answered no floats')
    return embedding.data
  }

  return async (picture, region) => {
    const width = region.width * SHARE_OF_REGION
    const face = { ...region, width, height: region.height * SHARE_OF_REGION }
    const pixels = sampleRegion(picture, face, SIDE, 1, 0)
    const [own, mirrored] = [await describe(pixels), await describe(mirror(pixels))]
    const sum = own.map((value, i) => value + mirrored[i])
    const length = Math.hypot(...sum)
    return sum.map((value) => value / length)
  }
}

/** Left and right of a square picture exchanged. */
function mirror(pixels: Float32Array): Float32Array {
  return pixels.map((_, i) => {
    const [channel, x, row] = [i % 3, Math.floor(i / 3) % SIDE, Math.floor(i / 3 / SIDE)]
    return pixels[(row * SIDE + SIDE - 1 - x) * 3 + channel]
  })
}

/** Cosine of two descriptions. */
export function likeness(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0)
}
