import { Animator } from '@/lib/engine/motion/animator'
import type { JawPath } from '@/lib/engine/motion/jaw-path'
import type { Pose } from '@/lib/engine/motion/pose'
import type { Speaker } from '@/lib/engine/speech/speaker'
import { hearRecording, speakScript } from '@/lib/engine/spoken-parts'
import type { Delivery, Speech } from '@/lib/engine/types'

/** The poses that the engine draws for a speech. */
export async function perform(
  speaker: Speaker,
  speech: Speech,
  options: { seed: number; headRange: number; jawPath: JawPath },
): Promise<Pose[]> {
  const animator = new Animator(options)
  const parts =
    speech.kind === 'recording'
      ? hearRecording(speech.path)
      : speakScript(speaker, speech.text, { voice: speech.voice, seed: options.seed })
  const poses: Pose[] = []
  let delivery: Delivery = { performance: [], stresses: null }
  for await (const part of parts) {
    delivery = part.delivery
    poses.push(...animator.add(part.mouth, delivery))
  }
  return [...poses, ...animator.finish(delivery)]
}
