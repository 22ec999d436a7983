import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Encoder } from '../encode/encoder'
import type { Animator } from '../motion/animator'
import type { Pose } from '../motion/pose'
import type { SpokenPart } from '../spoken-parts'
import type { Delivery } from '../types'
import type { Renderer } from './renderer'

/** Frames on their way to the encoder while the next one is drawn. */
const BUFFERS = 3

type Scene = {
  renderer: Renderer
  animator: Animator
  encoder: Encoder
  /** Share of the speech that is drawn, 0…1. */
  onProgress: (fraction: number) => void
  signal?: AbortSignal
}

/** What was drawn, and what the speech returned at its end. */
type Drawn<Ending> = { frames: number; firstPose: Pose; ending: Ending }

/**
 * Draws speech part by part and hands its sound and pictures to the encoder. The event loop turns after every frame,
 * so that the encoder is fed while drawing goes on and an abort is noticed.
 *
 * @param opening the first part, asked for while the scene was being set up; the others are yet to come from `speech`
 * @throws whatever the speech or `encoder.write` throws; the signal's reason when aborted
 */
export async function renderSpeech<Ending>(
  opening: IteratorResult<SpokenPart, Ending>,
  speech: AsyncIterator<SpokenPart, Ending>,
  { renderer, animator, encoder, onProgress, signal }: Scene,
): Promise<Drawn<Ending>> {
  const buffers = Array.from({ length: BUFFERS }, () => renderer.createFrame())
  const written: Promise<void>[] = buffers.map(() => Promise.resolve())
  let firstPose: Pose | undefined
  let frames = 0
  let drawn = 0

  async function draw(poses: Pose[], said: number): Promise<void> {
    for (const [i, pose] of poses.entries()) {
      firstPose ??= pose
      const k = frames % BUFFERS
      await written[k]
      renderer.draw(pose, buffers[k])
      written[k] = encoder.write(buffers[k])
      // A failure is thrown by the next `await`; this only keeps it from counting as unhandled until then.
      written[k].catch(() => {})
      frames++
      const share = (i + 1) / poses.length
      onProgress(drawn * (1 - share) + said * share)
      await nextTurn()
      signal?.throwIfAborted()
    }
    drawn = said
  }

  let part = opening
  let delivery: Delivery = { performance: [], stresses: null }
  for (; !part.done; part = await speech.next()) {
    const { sound, mouth, said } = part.value
    delivery = part.value.delivery
    encoder.addSound(sound.samples)
    await draw(animator.add(mouth, delivery), said)
  }
  await draw(animator.finish(delivery), 1)
  await Promise.all(written)
  if (!firstPose) throw new Error('speech without a single frame')
  return { frames, firstPose, ending: part.value }
}
