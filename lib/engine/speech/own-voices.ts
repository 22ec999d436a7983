import type { Pronunciation, Sound } from '@/lib/engine/types'
import type { Vocabulary } from './alphabet'
import { expectedSeconds } from './duration'
import { type Part, underCeiling } from './expected-levels'
import { phoneTimes, settlePauses } from './phone-times'
import type { PlayedVoice, TrainedVoice } from './presets'
import { keyOf, planRuns, type Run } from './runs'
import { type Manner, planScript } from './script'
import { FrontEnd } from './text/front-end'
import { type RunIdentity, type RunSound, Timeline } from './timeline'
import { AcousticModel, loadVocabulary } from './voice/acoustic-model'
import { type MadeSound, makeSound, mouthOf, secondsOf } from './voice/made-sounds'
import { bringTo } from './voice/mastering'
import { tilted } from './voice/tone'
import { VOICE_RATE, vocode } from './voice/vocoder'

/** Of the voices as they come from the vocoder, in LUFS and Hz. */
const SPEECH_LOUDNESS = -25
const MEAN_PITCH: Readonly<Record<TrainedVoice, number>> = { heart: 225, michael: 127 }
/** A sigh, a sniff or humming beside speech, in dB. */
const MADE_SOUND_LEVEL = -9

/** What the voices say to be listened to: every sound of English, questions, and plain statements. */
const REHEARSAL =
  'The boy was there when the sun rose over the harbour. She chose a huge, measured path through the thick fog. ' +
  'Would you like to join us for a good cup of tea? They laughed, and each of them told a short and funny story.'
const REHEARSAL_SEED = 1

/** The studio's own trained voices: they say one run after the other. Models are opened on first use. */
export class OwnVoices {
  private frontEnd?: Promise<FrontEnd>
  private vocabulary?: Promise<Vocabulary>
  private readonly models = new Map<string, Promise<AcousticModel>>()
  private readonly directory: string

  /** @param directory with the voices and the data to read English (`assets/voices`) */
  constructor(directory: string) {
    this.directory = directory
  }

  /** What reads English. */
  openFrontEnd(): Promise<FrontEnd> {
    this.frontEnd ??= FrontEnd.open(this.directory)
    return this.frontEnd
  }

  /** The runs a script is said in, of symbols that the voices know. */
  async runsOf(script: string, pronunciations?: readonly Pronunciation[]): Promise<Run[]> {
    const vocabulary = await this.openVocabulary()
    const runs = await planRuns(planScript(script), await this.openFrontEnd(), pronunciations)
    return runs.map((run) => ({
      ...run,
      symbols: run.symbols.filter(({ symbol }) => vocabulary.has(symbol)),
    }))
  }

  /**
   * Says one run.
   * @param level in dB of plain speech
   */
  async say(run: Run, voice: PlayedVoice, seed: number, level: number): Promise<RunSound> {
    const { style } = voice
    const { manner } = run
    if (run.sound) return { ...makeRun(run.sound, manner, voice, seed), identity: identityOf(run) }
    const whisper = manner.style === 'whispering'
    const model = await this.openModel(voice.model)
    const rate = rateOf(voice, run)
    const prediction = await model.predict(
      run.symbols.map(({ symbol }) => symbol),
      rate,
    )
    const shift = 2 ** (manner.semitones / 12)
    const played = {
      ...style,
      pitch: style.pitch * shift,
      centre: style.centre && style.centre * shift,
      range: style.range * manner.range,
      breath: style.breath + manner.breath,
      tone: manner.tilt === 0 ? style.tone : tilted(manner.tilt, style.tone),
      vibrato: manner.vibrato,
      sung: manner.style === 'singing',
      whisper,
    }
    const samples = vocode(prediction.spectra, played, seed)
    // What pitch, tilt and the loss of the voice do to the level differs from voice to voice.
    const asSpoken = !manner.emotion && !manner.style && level === manner.level
    if (!asSpoken) bringTo(samples, VOICE_RATE, SPEECH_LOUDNESS + level)
    const phones = phoneTimes(run.symbols, prediction, rate)
    settlePauses(phones, samples, VOICE_RATE)
    return { samples, phones, manner, identity: identityOf(run) }
  }

  /** A voice to be listened to, which others are compared with. */
  async rehearse(voice: PlayedVoice): Promise<Sound> {
    const timeline = new Timeline(VOICE_RATE)
    for (const run of await this.runsOf(REHEARSAL)) {
      timeline.add(await this.say(run, voice, REHEARSAL_SEED, run.manner.level), run.pause)
    }
    return timeline.take()
  }

  private openVocabulary(): Promise<Vocabulary> {
    this.vocabulary ??= loadVocabulary(this.directory)
    return this.vocabulary
  }

  private async openModel(name: string): Promise<AcousticModel> {
    const vocabulary = await this.openVocabulary()
    let model = this.models.get(name)
    if (!model) {
      model = AcousticModel.open(this.directory, name, vocabulary)
      this.models.set(name, model)
    }
    return model
  }
}

/** A sound in place of words. Its loudness is no voice's own: it is set. */
function makeRun(sound: MadeSound, manner: Manner, { model, style }: PlayedVoice, seed: number): RunSound {
  const hertz = style.centre ?? style.pitch * MEAN_PITCH[model]
  const samples = makeSound(sound, { hertz, formant: style.formant }, seed)
  bringTo(samples, VOICE_RATE, SPEECH_LOUDNESS + MADE_SOUND_LEVEL)
  return { samples, phones: mouthOf(sound).map((phone) => ({ ...phone, word: null })), manner }
}

/** What tells runs apart that sound different. */
export function identityOf(run: Run): RunIdentity {
  return { key: keyOf(run), pause: run.pause }
}

/** How loud each run of a whole script is said, and how long it is expected to take. */
export function partsOf(runs: readonly Run[], voice: PlayedVoice): readonly Part[] {
  return underCeiling(runs.map((run) => ({ level: run.manner.level, seconds: secondsOfRun(run, voice) })))
}

/** Expected seconds. */
export function secondsOfRun(run: Run, voice: PlayedVoice): number {
  return run.sound ? secondsOf(run.sound) : expectedSeconds(run, voice.model, rateOf(voice, run))
}

/** 1 is the trained voice's own pace. */
function rateOf(voice: PlayedVoice, run: Run): number {
  return voice.style.speed * run.manner.speed
}
