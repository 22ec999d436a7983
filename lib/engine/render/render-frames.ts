import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Encoder } from '../encode/encoder'
import type { Pose } from '../motion/pose'
import type { Renderer } from './renderer'

/** Frames on their way to the encoder while the next one is drawn. */
const BUFFERS = 3

/**
 * Draws all poses and hands them to the encoder. The event loop turns after every frame, so that the encoder is
 * fed while drawing goes on and an abort is noticed.
 *
 * @throws whatever `encoder.write` throws; the signal's reason when aborted
 */
export async function renderFrames(
  renderer: Renderer,
  poses: Pose[],
  encoder: Encoder,
  onProgress: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const buffers = Array.from({ length: BUFFERS }, () => renderer.createFrame())
  const written: Promise<void>[] = buffers.map(() => Promise.resolve())
  for (let i = 0; i < poses.length; i++) {
    const k = i % BUFFERS
    await written[k]
    renderer.draw(poses[i], buffers[k])
    written[k] = encoder.write(buffers[k])
    // A failure is thrown by the next `await`; this only keeps it from counting as unhandled until then.
    written[k].catch(() => {})
    onProgress((i + 1) / poses.length)
    await nextTurn()
    signal?.throwIfAborted()
  }
  await Promise.all(written)
}
