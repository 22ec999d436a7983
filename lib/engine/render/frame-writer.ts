import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Encoder } from '../encode/encoder'
import type { Pose } from '../motion/pose'
import type { Renderer } from './renderer'

/** Frames on their way to the encoder while the next one is drawn. */
const BUFFERS = 3

/**
 * Draws poses and hands the pictures to the encoder. The event loop turns after every frame, so that the encoder is fed
 * while drawing goes on and an abort is noticed.
 */
export class FrameWriter {
  private readonly buffers: Uint8Array[]
  private readonly written: Promise<void>[]
  private frames = 0

  constructor(
    private readonly renderer: Renderer,
    private readonly encoder: Encoder,
    private readonly signal?: AbortSignal,
  ) {
    this.buffers = Array.from({ length: BUFFERS }, () => renderer.createFrame())
    this.written = this.buffers.map(() => Promise.resolve())
  }

  /**
   * @param onDrawn hears of each frame the share of the poses that is drawn, 0…1
   * @throws whatever `encoder.write` throws; the signal's reason when aborted
   */
  async draw(poses: readonly Pose[], onDrawn: (share: number) => void): Promise<void> {
    for (const [i, pose] of poses.entries()) {
      const k = this.frames++ % BUFFERS
      await this.written[k]
      this.renderer.draw(pose, this.buffers[k])
      this.written[k] = this.encoder.write(this.buffers[k])
      // A failure is thrown by the next `await`; this only keeps it from counting as unhandled until then.
      this.written[k].catch(() => {})
      onDrawn((i + 1) / poses.length)
      await nextTurn()
      this.signal?.throwIfAborted()
    }
  }

  /** Resolves when the encoder has taken all of them. */
  async done(): Promise<void> {
    await Promise.all(this.written)
  }
}
