import type { Pronunciation, Utterance, VoiceDescription } from '@/lib/engine/types'
import type { RunIdentity, SpokenPiece } from './timeline'

export type SpeakOptions = {
  /** Id of a voice. Without meaning where there is a reference. */
  voice: string
  /** Path of a clip whose voice the speech is matched to. */
  reference?: string
  /** How words are said that the script says nothing of. */
  pronunciations?: readonly Pronunciation[]
  /** Same script, voice and seed, same samples. */
  seed: number
  /** Longer speech is refused, or given up once it turns out longer. No limit by default. */
  maxSeconds?: number
  signal?: AbortSignal
  /** Fraction of the script said, 0…1. */
  onProgress?: (fraction: number) => void
}

/** Says scripts in the studio's own voices and in added ones. */
export interface Speaker {
  /** Every voice there is: the presets first. */
  voices(): Promise<VoiceDescription[]>
  /**
   * Speech at 24 kHz, about −16 LUFS, with its phones: ordered, gapless, covering the whole sound. Pauses carry
   * the symbol of a punctuation mark. `words` are those of the script as written.
   * @throws StudioError as `inspect`, as `inspectReference`, or `cancelled` once the signal is aborted.
   */
  speak(script: string, options: SpeakOptions): Promise<Utterance>
  /**
   * The same speech piece by piece, each as soon as it is spoken: some seconds long, beginning and ending in silence, its
   * phones' times counted from its own start. Joined (`joinPieces`) the pieces are what `speak` gives, but for
   * the words (`wordTimes`).
   * @throws StudioError as `speak`. Speech that may turn out longer than `maxSeconds` comes in one piece: what is refused
   *   as `audio_too_long` is refused before anything is handed out.
   */
  pieces(script: string, options: SpeakOptions): AsyncGenerator<SpokenPiece>
  /**
   * The runs that a script is said in, without saying them; null for an added voice, whose sounds nobody knows.
   * @throws StudioError as `inspect`
   */
  outline(script: string, options: SpeakOptions): Promise<RunIdentity[] | null>
  /**
   * Says some runs of a script, or none, as they stand in it: with the silence that belongs before and after, as loud as
   * they would be in the whole.
   * @throws StudioError as `speak`
   */
  passage(script: string, runs: { from: number; to: number }, options: SpeakOptions): Promise<SpokenPiece>
  /**
   * Expected seconds, without synthesis.
   * @throws StudioError `empty_input` (code `nothing_to_say`), `input_too_long`, `unknown_voice`,
   *   `invalid_request` (code `language_not_supported`), `audio_too_long` over `maxSeconds`; param `input_tts`.
   */
  inspect(
    script: string,
    voice: string,
    options?: Pick<SpeakOptions, 'maxSeconds' | 'pronunciations'>,
  ): Promise<{ seconds: number }>
  /**
   * Length of a clip that speech can be matched to.
   * @throws StudioError `invalid_audio_format` (code `unreadable`), `empty_input` (code `too_short` under 3 s, `silent`,
   *   `no_voice`); param `ref_audio`.
   */
  inspectReference(path: string): Promise<{ seconds: number }>
}
