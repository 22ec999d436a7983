import type { Pose } from '@/lib/engine/motion/pose'
import type { Portrait } from '@/lib/engine/render/portrait'
import { createRenderer, type Renderer } from '@/lib/engine/render/renderer'
import { yuvImage } from '@/lib/engine/render/yuv-image'

/** Luma of the two sentinels that take the background's place. */
const DARK = 16
const LIGHT = 235
/** Shares of what is behind in a pixel: from the first on it is open, up to the second it is solid. */
const OPEN = 0.25
const SOLID = 0.05
/** Width in pixels of the lock that may part a gap between curls from the outside. */
const LOCK = 8

/**
 * Most pixels of a frame through which the background is seen in the middle of the person: open ones with solid ones all
 * around, more of them than a lock of hair is wide. Each pose is drawn twice, over a dark and over a light sentinel;
 * what differs shows the sentinel, and by how much, whatever the colours of the person (Smith & Blinn 1996, "Blue
 * screen matting", triangulation).
 */
export function mostHoles(portrait: Portrait, poses: readonly Pose[]): number {
  const dark = over(portrait, DARK)
  const light = over(portrait, LIGHT)
  const { width, height } = portrait
  const counts = poses.map((pose) => {
    const [under, above] = [dark(pose), light(pose)]
    const shares = Float32Array.from(
      { length: width * height },
      (_, i) => (above[i] - under[i]) / (LIGHT - DARK),
    )
    fillFromBorder(shares, width, height)
    return shares.reduce((count, share) => count + (share > OPEN ? 1 : 0), 0)
  })
  return Math.max(0, ...counts)
}

/** Draws poses over a plate of one brightness; answers the luma plane. */
function over(portrait: Portrait, brightness: number): (pose: Pose) => Uint8Array {
  const { plate } = portrait.layer
  const sentinel = yuvImage(plate.width, plate.height)
  sentinel.y.fill(brightness)
  sentinel.u.fill(128)
  sentinel.v.fill(128)
  const renderer: Renderer = createRenderer({ ...portrait, layer: { ...portrait.layer, plate: sentinel } })
  const frame = renderer.createFrame()
  return (pose) => {
    renderer.draw(pose, frame)
    return frame.subarray(0, portrait.width * portrait.height)
  }
}

/** Makes solid what is reached from the border through pixels that are not, four neighbours each, and across locks. */
function fillFromBorder(shares: Float32Array, width: number, height: number): void {
  /** How much further the fill may go through solid pixels, plus one; 0 where it was not. */
  const reach = new Uint8Array(width * height)
  const reached: number[] = []
  const enter = (i: number, left: number) => {
    const now = shares[i] > SOLID ? LOCK + 1 : left
    if (now <= reach[i]) return
    reach[i] = now
    reached.push(i)
  }
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) enter(y * width + x, 0)
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) enter(y * width + x, 0)
  for (let i = reached.pop(); i !== undefined; i = reached.pop()) {
    const x = i % width
    const left = reach[i] - 1
    if (x > 0) enter(i - 1, left)
    if (x < width - 1) enter(i + 1, left)
    if (i >= width) enter(i - width, left)
    if (i < width * (height - 1)) enter(i + width, left)
  }
  for (let i = 0; i < shares.length; i++) if (reach[i] > 0) shares[i] = 0
}
