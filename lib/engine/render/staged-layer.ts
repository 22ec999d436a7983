import type { PersonLayer } from './person-layer'
import { type SampledImage, type SampledPlane, sampledPlane } from './sampled-image'
import type { YuvImage } from './yuv-image'

/** A person layer as it is drawn from: what is sampled is packed for it. */
export type StagedLayer = {
  texture: SampledImage
  plate: YuvImage
  matte: SampledPlane
  chromaMatte: SampledPlane
  kinds: Uint8Array
  still: Uint8Array
}

/** Gives memory, aligned for any typed array. */
export type TakeMemory = (bytes: number) => Uint8Array<ArrayBuffer>

export function stageLayer(layer: PersonLayer, take: TakeMemory): StagedLayer {
  const { texture, plate, matte, chromaMatte, kinds, still } = layer
  const { width, height } = texture
  const packed = (plane: Uint8Array, divisor: 1 | 2) => {
    const room = take(plane.length * 4)
    const words = new Int32Array(room.buffer, room.byteOffset, plane.length)
    return sampledPlane(plane, width / divisor, height / divisor, words)
  }
  const copied = (bytes: Uint8Array) => {
    const room = take(bytes.length)
    room.set(bytes)
    return room
  }
  return {
    texture: { width, height, y: packed(texture.y, 1), u: packed(texture.u, 2), v: packed(texture.v, 2) },
    plate: { width, height, y: copied(plate.y), u: copied(plate.u), v: copied(plate.v) },
    matte: packed(matte, 1),
    chromaMatte: packed(chromaMatte, 2),
    kinds: copied(kinds),
    still: copied(still),
  }
}
