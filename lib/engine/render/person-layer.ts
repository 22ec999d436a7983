import { CELL } from './displacement-grid'
import type { YuvImage } from './yuv-image'

/** What a cell shows: only background, only the person, or the edge between them. */
export const BACKGROUND = 0
export const PERSON = 1
export const EDGE = 2

/** The person over the still background plate, all at the size of the texture. */
export type PersonLayer = {
  texture: YuvImage
  plate: YuvImage
  /** The person's share of each pixel, 0…255, at full and at chroma resolution. */
  matte: Uint8Array
  chromaMatte: Uint8Array
  /** One of the three kinds for each cell of the grid. */
  kinds: Uint8Array
  /** 1 for cells that no pose brings the person into: they show the plate for ever. */
  still: Uint8Array
}

/** @param reach how far anything may move, pixels */
export function createPersonLayer(
  texture: YuvImage,
  plate: YuvImage,
  matte: Uint8Array,
  reach: number,
): PersonLayer {
  const { width, height } = texture
  const columns = Math.ceil(width / CELL) + 1
  const kinds = cellKinds(matte, width, height, columns)
  return {
    texture,
    plate,
    matte,
    chromaMatte: halveMatte(matte, width, height),
    kinds,
    still: farFromPerson(kinds, columns, Math.ceil(reach / CELL)),
  }
}

function halveMatte(matte: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array((width * height) / 4)
  for (let j = 0, o = 0; j < height; j += 2) {
    for (let i = j * width; i < (j + 1) * width; i += 2, o++) {
      out[o] = (matte[i] + matte[i + 1] + matte[i + width] + matte[i + width + 1] + 2) >> 2
    }
  }
  return out
}

/**
 * Pixels around a cell that its picture may also be taken from: the source's middle lies in the cell, so it reaches
 * half a cell beyond, a little more where it is stretched.
 */
const SOURCE_BORDER = CELL / 2 + 1

/** The kind of what a cell shows whose source's middle lies in each cell of the grid. */
function cellKinds(matte: Uint8Array, width: number, height: number, columns: number): Uint8Array {
  const kinds = new Uint8Array(columns * (Math.ceil(height / CELL) + 1))
  for (let j = 0; j * CELL < height; j++) {
    const top = Math.max(0, j * CELL - SOURCE_BORDER)
    const bottom = Math.min(height, j * CELL + CELL + SOURCE_BORDER)
    for (let i = 0; i * CELL < width; i++) {
      const left = Math.max(0, i * CELL - SOURCE_BORDER)
      const right = Math.min(width, i * CELL + CELL + SOURCE_BORDER)
      let least = 255
      let most = 0
      for (let y = top; y < bottom; y++) {
        for (let p = y * width + left; p < y * width + right; p++) {
          if (matte[p] < least) least = matte[p]
          if (matte[p] > most) most = matte[p]
        }
      }
      kinds[j * columns + i] = most < 4 ? BACKGROUND : least > 250 ? PERSON : EDGE
    }
  }
  return kinds
}

/** 1 for cells that have nothing but background up to `cells` cells away. */
function farFromPerson(kinds: Uint8Array, columns: number, cells: number): Uint8Array {
  const rows = kinds.length / columns
  return kinds.map((_, q) => {
    const i = q % columns
    const j = Math.floor(q / columns)
    for (let y = Math.max(0, j - cells); y <= Math.min(rows - 1, j + cells); y++) {
      for (let x = Math.max(0, i - cells); x <= Math.min(columns - 1, i + cells); x++) {
        if (kinds[y * columns + x] !== BACKGROUND) return 0
      }
    }
    return 1
  })
}
