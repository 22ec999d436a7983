import 'server-only'
import { inOneLine } from '@/lib/boson/error-answer'
import { ERROR_STATUS, isErrorType, StudioError } from '@/lib/boson/errors'
import { log } from '@/lib/log'

/** What an upstream says of a script whose speech failed inside, seen on the live API. */
const UNKNOWN_VOICE = /\bunknown voice\b|\bvoice\b.*\b(not found|does not exist|unknown)\b/i
const SPEECH_FAILED = /\btts\b|\bspeech\b|\bsynthes|\bencod/i

/** Why a job failed upstream: by what it says, as it has no type for it. `typed` is what another studio adds. */
export function failureOf(reason: string | null, typed: string | null): StudioError {
  const line = inOneLine(reason ?? '') ?? 'it gave no reason'
  const words = /[.!?…]$/.test(line) ? line : `${line}.`
  if (typed && isErrorType(typed) && ERROR_STATUS[typed] === 400) return new StudioError(typed, words)
  if (UNKNOWN_VOICE.test(words)) {
    return new StudioError(
      'unknown_voice',
      `The upstream does not know this voice. Choose another one and try again. The upstream says: ${words}`,
      { param: 'input_tts' },
    )
  }
  return new StudioError('upstream_failed', `The upstream could not make this video: ${words}`)
}

/** Whether speaking the script by a request of its own may get around the failure. An unknown voice stays unknown. */
export function isSpeechFailure(error: StudioError): boolean {
  return error.type === 'upstream_failed' && SPEECH_FAILED.test(error.message)
}

/** What only the person who runs the studio can mend, told to them in the log and to everybody in the error. */
const FOR_THE_OPERATOR = {
  insufficient_quota:
    'The account of this studio at the upstream has no credit left. Whoever runs the studio can add some; then try again.',
  invalid_api_key:
    'The upstream does not accept the key of this studio. Whoever runs the studio can set a valid BOSON_API_KEY; then try again.',
  permission_denied:
    'The key of this studio may not do this at the upstream. Whoever runs the studio can change what it is allowed; then try again.',
  model_not_found:
    'The upstream knows no model by the names this studio uses. Whoever runs the studio can set BOSON_VIDEO_MODEL and BOSON_SPEECH_MODEL; then try again.',
  method_not_allowed:
    'The upstream does not take this request. Whoever runs the studio can check BOSON_BASE_URL.',
  not_found: 'The upstream has no such address. Whoever runs the studio can check BOSON_BASE_URL.',
} as const

/** Does `work`; what only the operator can mend is logged, and thrown with who can do so. */
export async function tellingTheOperator<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const type = error instanceof StudioError ? error.type : null
    if (!(error instanceof StudioError) || !isForTheOperator(error.type)) throw error
    const words = FOR_THE_OPERATOR[error.type]
    log.error({ type, upstream: error.message }, words)
    throw new StudioError(error.type, words)
  }
}

/** Whether nobody but the operator can mend it. */
export function isForTheOperator(type: string): type is keyof typeof FOR_THE_OPERATOR {
  return Object.hasOwn(FOR_THE_OPERATOR, type)
}
