import { MESH_POINTS } from '../face/face-mesh'
import type { Pose } from '../motion/pose'
import { moveGrid, sampleGrid } from './displacement-grid'
import { moveLids } from './lids'
import { moveLips } from './lips'
import { displace, emptyMotion, setFaceMotion, setHeadMotion } from './motion-field'
import { paintMouth } from './mouth-interior'
import { drawPerson, drawPlate } from './person-layer'
import type { Portrait } from './portrait'
import { drawTriangles } from './triangles'
import { yuvImage } from './yuv-image'

export type Renderer = {
  /** Bytes of one I420 frame. */
  frameBytes: number
  /** A frame buffer that already holds what never changes; frames may be drawn into it again and again. */
  createFrame(): Uint8Array
  /** Draws one pose as I420 into a buffer of {@link createFrame}. Depends on nothing but portrait and pose. */
  draw(pose: Pose, frame: Uint8Array): void
}

export function createRenderer(portrait: Portrait): Renderer {
  const { width, height, face, points, grid, layer, mouth } = portrait
  const { texture } = layer
  const motion = emptyMotion()
  const offsetX = new Float32Array(MESH_POINTS)
  const offsetY = new Float32Array(MESH_POINTS)
  const still = new Float32Array(MESH_POINTS * 2)
  const moved = new Float32Array(MESH_POINTS * 2)

  /** Fills `still` (moved with the head only) and `moved` (with the face's own movement) for a pose. */
  function movePoints(pose: Pose): void {
    setHeadMotion(motion, pose, face)
    displace(portrait.field, motion, face, offsetX, offsetY)
    for (let i = 0; i < MESH_POINTS; i++) {
      still[i * 2] = points[i * 3] + offsetX[i]
      still[i * 2 + 1] = points[i * 3 + 1] + offsetY[i]
    }
    setFaceMotion(motion, pose, face)
    moveGrid(grid, motion, face, texture.width, texture.height)
    for (let i = 0; i < MESH_POINTS; i++) {
      const x = points[i * 3]
      const y = points[i * 3 + 1]
      // From the grid, as the layer below, so that triangles and layer meet without a seam.
      moved[i * 2] = x + sampleGrid(grid, grid.forwardX, x, y)
      moved[i * 2 + 1] = y + sampleGrid(grid, grid.forwardY, x, y)
    }
    moveLips(portrait.lips, pose, face, still, moved)
    moveLids(portrait.lids, pose.blink, face, moved)
  }

  return {
    frameBytes: (width * height * 3) / 2,
    createFrame() {
      const frame = new Uint8Array((width * height * 3) / 2)
      drawPlate(layer, yuvImage(width, height, frame))
      return frame
    },
    draw(pose, bytes) {
      const frame = yuvImage(width, height, bytes)
      movePoints(pose)
      drawPerson(layer, grid, frame)
      drawTriangles(portrait.triangles.eyeballs, points, still, texture, frame)
      drawTriangles(portrait.triangles.skin, points, moved, texture, frame)
      paintMouth(mouth, pose, still, moved, texture, frame)
    },
  }
}
