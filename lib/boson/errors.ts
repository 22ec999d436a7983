import type { ErrorBody } from './error-body'

/** Error categories on the wire: Boson's own, then the few this studio adds. Each has one HTTP status. */
export const ERROR_STATUS = {
  invalid_image_format: 400,
  invalid_size: 400,
  audio_too_long: 400,
  invalid_audio_format: 400,
  empty_input: 400,
  input_too_long: 400,
  invalid_variant: 400,
  invalid_url: 400,
  unknown_voice: 400,
  invalid_api_key: 401,
  permission_denied: 403,
  not_found: 404,
  model_not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  payload_too_large: 413,
  invalid_request: 422,
  all_replicas_busy: 429,
  rate_limit_exceeded: 429,
  insufficient_quota: 429,
  render_failed: 500,
  internal_error: 500,
  upstream_failed: 502,
  outcome_unknown: 502,
  cancelled: 409,
} as const

export type ErrorType = keyof typeof ERROR_STATUS

/** What a refinement of a type may be: stable, for programs and tests; the sentence is for people. */
export type ErrorDetail = {
  /** The request field at fault, as the contract names it: `ref_image`, `input`, `input_tts`, `size` … */
  param?: string
  /** A finer name under the type, such as `no_face` under `invalid_image_format`. */
  code?: string
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
  cause?: unknown
}

/** The one error this project throws on purpose. `message` is a plain sentence for the person at the screen. */
export class StudioError extends Error {
  readonly type: ErrorType
  readonly param?: string
  readonly code?: string
  readonly retryAfter?: number

  constructor(type: ErrorType, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'StudioError'
    this.type = type
    this.param = detail.param
    this.code = detail.code
    this.retryAfter = detail.retryAfter
  }

  /** By name, not by class: a bundler may put this module into one process several times. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StudioError' && 'type' in value
  }

  get status(): number {
    return ERROR_STATUS[this.type]
  }

  /** The body the contract prescribes; `param` and `code` are additive. */
  toBody(): ErrorBody {
    return {
      error: {
        message: this.message,
        type: this.type,
        ...(this.param && { param: this.param }),
        ...(this.code && { code: this.code }),
      },
    }
  }
}

export function isErrorType(value: string): value is ErrorType {
  return Object.hasOwn(ERROR_STATUS, value)
}
