import 'server-only'
import type { StudioError } from '@/lib/boson/errors'
import type { CreateSpeech, Size, Stage } from '@/lib/boson/schemas'

/** An input as a local file. */
export type InputFile = { path: string; contentType: string }

/** All that is needed to make one video. */
export type VideoRequest = {
  model: string
  size: Size
  seed: number
  portrait: InputFile
  speech: { kind: 'script'; request: CreateSpeech } | { kind: 'recording'; file: InputFile }
}

/** What `start` gives and the row stores: whatever the provider needs to ask after the job, as JSON. */
export type Operation = { [key: string]: string | number | boolean | null }

export type OperationStatus =
  | { state: 'running'; stage: Stage; progress: number }
  | { state: 'completed' }
  | { state: 'failed'; error: StudioError }
  /** The provider knows nothing of the operation (any more). */
  | { state: 'lost' }

/** Files in the temporary directory; whoever receives them moves or removes them. */
export type Content = { video: string; poster: string | null }

/** One seam to whoever makes avatars. */
export interface AvatarProvider {
  readonly name: 'local' | 'boson'
  /** How often asking `status` makes sense, in milliseconds. */
  readonly pollMs: number
  /**
   * Whether a start whose outcome is unknown may be repeated. Where it costs money it may not: the job ends as
   * `outcome_unknown` instead.
   */
  readonly repeatable: boolean
  /** Refuses a script before a job exists. Returns the expected seconds of speech. */
  checkScript(request: CreateSpeech): Promise<{ seconds: number }>
  start(request: VideoRequest, signal: AbortSignal): Promise<Operation>
  status(operation: Operation, signal: AbortSignal): Promise<OperationStatus>
  content(operation: Operation, signal: AbortSignal): Promise<Content>
  /** Stops the work where it can be stopped. */
  cancel(operation: Operation): Promise<void>
}
