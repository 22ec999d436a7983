import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Sound } from '@/lib/engine/types'
import { AS_TRAINED, type PlayedVoice, TRAINED_VOICES, type TrainedVoice } from '../presets'
import { correct, matchVoice } from './match-voice'
import { type Reference, readReference } from './reference'
import { profileOf, type VoiceProfile } from './voice-profile'

/** Clips remembered: what was found in each, and the voice matched to it. Some kilobytes each. */
const KEPT = 32

/** Says a text of its own choice, the same each time, in a voice; not mastered. */
export type Rehearse = (voice: PlayedVoice) => Promise<Sound>

type Known = { reference: Promise<Reference>; voice?: Promise<PlayedVoice> }

/** Finds the voice nearest to a clip's; remembers the last clips by content. */
export class VoiceMatcher {
  private readonly known = new Map<string, Known>()
  private trained?: Promise<ReadonlyMap<TrainedVoice, VoiceProfile>>

  constructor(private readonly rehearse: Rehearse) {}

  /** @throws StudioError as {@link readReference}. */
  async inspect(path: string): Promise<{ seconds: number }> {
    const { seconds } = await (await this.find(path)).reference
    return { seconds }
  }

  /**
   * A trained voice played like the clip's. Its speech is listened to once, and what is still amiss is put right.
   * @throws StudioError as {@link readReference}.
   */
  async match(path: string): Promise<PlayedVoice> {
    const known = await this.find(path)
    known.voice ??= this.matchTo((await known.reference).profile)
    return known.voice
  }

  private async matchTo(clip: VoiceProfile): Promise<PlayedVoice> {
    this.trained ??= this.listenToTrained()
    const first = matchVoice(clip, await this.trained)
    return correct(first, clip, profileOf(await this.rehearse(first)))
  }

  private async listenToTrained(): Promise<ReadonlyMap<TrainedVoice, VoiceProfile>> {
    const profiles = new Map<TrainedVoice, VoiceProfile>()
    for (const model of TRAINED_VOICES) {
      profiles.set(model, profileOf(await this.rehearse({ model, style: AS_TRAINED })))
    }
    return profiles
  }

  private async find(path: string): Promise<Known> {
    const bytes = await readFile(path)
    const key = createHash('sha256').update(bytes).digest('hex')
    const known = this.known.get(key) ?? { reference: readReference(bytes) }
    // The newest goes to the end of the map's order; the oldest falls off its start.
    this.known.delete(key)
    this.known.set(key, known)
    for (const oldest of this.known.keys()) if (this.known.size > KEPT) this.known.delete(oldest)
    known.reference.catch(() => this.known.delete(key))
    return known
  }
}
