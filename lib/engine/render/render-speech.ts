import type { Encoder } from '../encode/encoder'
import type { Animator } from '../motion/animator'
import type { Pose } from '../motion/pose'
import type { SpokenPart } from '../spoken-parts'
import type { Delivery } from '../types'
import { FrameWriter } from './frame-writer'
import type { Renderer } from './renderer'

type Scene = {
  renderer: Renderer
  animator: Animator
  encoder: Encoder
  /** Share of the speech that is drawn, 0…1. */
  onProgress: (fraction: number) => void
  signal?: AbortSignal
}

/** What was drawn, one pose a frame, and what the speech returned at its end. */
type Drawn<Ending> = { poses: Pose[]; ending: Ending }

/**
 * Draws speech part by part and hands its sound and pictures to the encoder.
 *
 * @param opening the first part, asked for while the scene was being set up; the others are yet to come from `speech`
 * @throws whatever the speech or `encoder.write` throws; the signal's reason when aborted
 */
export async function renderSpeech<Ending>(
  opening: IteratorResult<SpokenPart, Ending>,
  speech: AsyncIterator<SpokenPart, Ending>,
  { renderer, animator, encoder, onProgress, signal }: Scene,
): Promise<Drawn<Ending>> {
  const writer = new FrameWriter(renderer, encoder, signal)
  const drawn: Pose[] = []
  let done = 0

  async function draw(poses: Pose[], said: number): Promise<void> {
    await writer.draw(poses, (share) => onProgress(done * (1 - share) + said * share))
    drawn.push(...poses)
    done = said
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
  await writer.done()
  if (drawn.length === 0) throw new Error('speech without a single frame')
  return { poses: drawn, ending: part.value }
}
