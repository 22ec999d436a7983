import { MESH_POINTS } from '../face/face-mesh'
import type { Pose } from '../motion/pose'
import { moveGrid, sampleGrid } from './displacement-grid'
import { type Canvas, coverPlate } from './draw-person'
import { openKernel } from './kernel'
import { drawLashes, moveLids, pullLids } from './lids'
import { drawSeam, moveLips } from './lips'
import { displace, emptyMotion, setFaceMotion, setHeadMotion } from './motion-field'
import { paintMouth } from './mouth-interior'
import { createPatch, placePatch, resolvePatch } from './patch'
import { createPersonStage } from './person-stage'
import type { MovingPart, Portrait } from './portrait'
import { createStroke } from './stroke'
import { drawTriangles } from './triangles'

/** Room for the largest moving part, the mouth wide open, in face heights. */
const PATCH_SIDE = 0.9
const MAX_STROKE_POINTS = 16

export type Renderer = {
  /** Bytes of one I420 frame. */
  frameBytes: number
  /** A frame buffer that already holds what never changes; frames may be drawn into it again and again. */
  createFrame(): Uint8Array
  /** Draws one pose as I420 into a buffer of this renderer's `createFrame`. Depends on nothing but portrait and pose. */
  draw(pose: Pose, frame: Uint8Array): void
}

/** @param kernel see {@link openKernel} */
export function createRenderer(portrait: Portrait, kernel = openKernel()): Renderer {
  const { width, height, face, points, grid, layer, mouth } = portrait
  const stage = createPersonStage(layer, grid, { width, height }, kernel)
  const { texture } = stage
  const motion = emptyMotion()
  const offsetX = new Float32Array(MESH_POINTS)
  const offsetY = new Float32Array(MESH_POINTS)
  const still = new Float32Array(MESH_POINTS * 2)
  const moved = new Float32Array(MESH_POINTS * 2)
  const lidSource = points.slice()
  const patch = createPatch(PATCH_SIDE * face.unit)
  const stroke = createStroke(MAX_STROKE_POINTS)
  const canvases = new WeakMap<Uint8Array, Canvas>()

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
    for (const eye of portrait.eyes) moveLids(eye, pose.blink, face, moved)
  }

  function drawPart(part: MovingPart, skinFrom: Float32Array, canvas: Canvas): void {
    placePatch(patch, part.points, moved, canvas.image)
    coverPlate(grid, canvas, patch)
    drawTriangles(part.eyeballs, points, still, texture, patch)
    drawTriangles(part.skin, skinFrom, moved, texture, patch)
    resolvePatch(patch, canvas.image)
  }

  return {
    frameBytes: (width * height * 3) / 2,
    createFrame() {
      const canvas = stage.createCanvas()
      canvases.set(canvas.bytes, canvas)
      return canvas.bytes
    },
    draw(asked, bytes) {
      const canvas = canvases.get(bytes)
      if (!canvas) throw new TypeError('a frame of another renderer')
      const frame = canvas.image
      const pose = allowedBy(portrait, asked)
      movePoints(pose)
      stage.draw(canvas)
      if (pose.blink > 0) {
        for (const eye of portrait.eyes) {
          pullLids(eye, pose.blink, face, points, lidSource)
          drawPart(eye.part, lidSource, canvas)
          drawLashes(eye, pose.blink, face, moved, stroke, eye.lashColour, frame)
        }
      }
      drawPart(portrait.lipPart, points, canvas)
      paintMouth(mouth, pose, still, moved, texture, frame)
      drawSeam(face, moved, stroke, portrait.seamColour, frame)
    },
  }
}

/** A pose as the photo allows it: a broad smile holds rounding back, and eyes that are hidden do nothing. */
function allowedBy({ face, eyesSeen }: Portrait, pose: Pose): Pose {
  const round = pose.round > 0 ? pose.round * face.rounding : pose.round
  return eyesSeen ? { ...pose, round } : { ...pose, round, blink: 0, gazeX: 0, gazeY: 0 }
}
