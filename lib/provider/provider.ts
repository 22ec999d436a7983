import 'server-only'
import type { Readable } from 'node:stream'
import type { StudioError } from '@/lib/boson/errors'
import type { Size, SpeechFormat } from '@/lib/boson/limits'
import type { Framing, Stage, Word } from '@/lib/boson/schemas'
import type { Pronunciation, VoiceDescription } from '@/lib/engine/types'

/** An input as a local file. */
export type InputFile = { path: string; contentType: string }

/** A clip whose voice a script is to be spoken in, and what is said in it where that is known. */
export type Reference = { clip: InputFile; text: string | null }

/**
 * Words to speak. `voice` is a preset's name, or any name the upstream may know; a reference takes its place. The
 * pronunciations are those of the team's words in the text.
 */
export type Script = {
  text: string
  voice: string
  reference: Reference | null
  pronunciations: readonly Pronunciation[]
}

/** All that is needed to make one video. */
export type VideoRequest = {
  model: string
  size: Size
  seed: number
  /** Seconds of speech to expect. */
  seconds: number
  portrait: InputFile
  framing: Framing
  speech: ({ kind: 'script' } & Script) | { kind: 'recording'; file: InputFile }
  /** Local files of a finished film that says something else, with its record: what stays of it may be used again. */
  earlier?: { film: string; record: string } | null
}

/** What `start` gives and the row stores: whatever the provider needs to ask after the job, as JSON. */
export type Operation = { [key: string]: string | number | boolean | null }

/**
 * Takes the live stream of a video: a fragmented MP4 in pieces, in order, the first of which begins with its head.
 * `end` says that it is whole; a stream that is never ended is cut off for whoever watches, and nothing else happens.
 */
export type LiveSink = {
  write: (bytes: Uint8Array) => Promise<void>
  end: () => Promise<void>
}

export type StartOptions = {
  signal: AbortSignal
  /** Where somebody wants the pictures while they are made. All of it is handed over before `content` resolves. */
  live: LiveSink | null
  /** Of a status `again`: how to go about it this time. */
  plan?: Operation
}

export type OperationStatus =
  | { state: 'running'; stage: Stage; progress: number }
  | { state: 'completed' }
  | { state: 'failed'; error: StudioError }
  /** It failed in a way that costs nothing and that another way of starting avoids: start once more with `plan`. */
  | { state: 'again'; plan: Operation }
  /** The provider knows nothing of the operation (any more). */
  | { state: 'lost' }

/** Files in the temporary directory; whoever receives them moves or removes them. */
export type Content = {
  video: string
  poster: string | null
  words: Word[] | null
  /** What the film says and does, where its maker knows: `earlier` for another. */
  record?: string | null
}

/** How far a job is, for deciding when to ask again. Times since its start. */
export type Pace = { elapsedMs: number; seconds: number; progress: number }

/** A speech request of `POST /v1/audio/speech`. `stream` goes with `pcm` only. */
export type SpeechRequest = Script & { format: SpeechFormat; stream: boolean; timestamps: boolean }

/** Sound in the format asked for. Destroying `audio` stops the work. */
export type SpokenAudio = { audio: Readable; words: Word[] | null }

/** One seam to whoever makes avatars. */
export interface AvatarProvider {
  readonly name: 'local' | 'boson'
  /**
   * Whether a start whose outcome is unknown may be repeated. Where it costs money it may not: the job ends as
   * `outcome_unknown` instead.
   */
  readonly repeatable: boolean
  /** Milliseconds until asking `status` again makes sense. */
  pollMs(pace: Pace): number
  /** Longest a job of so many seconds of speech may run, in milliseconds. */
  deadlineMs(seconds: number): number
  /** Refuses a script before a job exists. Returns the expected seconds of speech. */
  checkScript(script: Omit<Script, 'reference'> & { hasReference: boolean }): Promise<{ seconds: number }>
  /** The voices that scripts can be spoken in, but for the teams' own. */
  voices(): Promise<readonly VoiceDescription[]>
  /** Throws `outcome_unknown` where the work may have been taken on; with any other error it was not. */
  start(request: VideoRequest, options: StartOptions): Promise<Operation>
  status(operation: Operation, signal: AbortSignal): Promise<OperationStatus>
  content(operation: Operation, signal: AbortSignal): Promise<Content>
  /** Stops the work where it can be stopped. */
  cancel(operation: Operation): Promise<void>
  /** Speech without a picture. Throws what `checkScript` throws, and what the upstream says. */
  speak(request: SpeechRequest, signal: AbortSignal): Promise<SpokenAudio>
}
