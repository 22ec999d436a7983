import { z } from 'zod'
import { retryAfterSeconds } from './back-off'
import { type ErrorType, isErrorType, StudioError } from './errors'

/** Of an upstream's own words, in characters: enough to say what is wrong, too few to hold a page. */
const MAX_WORDS = 300

const text = z.string().optional().catch(undefined)

/** `{error: {message, type}}`, and `{error: "…"}` as some gateways have it. */
const errorSchema = z.object({
  error: z.union([
    z.string().transform((message) => ({ message, type: undefined, param: undefined, code: undefined })),
    z.object({ message: text, type: text, param: text, code: text }),
  ]),
})

/** FastAPI's own shape: a sentence, or one entry a fault. */
const detailSchema = z.object({
  detail: z.union([
    z.string(),
    z
      .array(z.object({ loc: z.array(z.union([z.string(), z.number()])).catch([]), msg: z.string() }))
      .transform((faults) => faults.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ')),
    z.unknown().transform((value) => JSON.stringify(value) ?? ''),
  ]),
})

/**
 * What an answer that is no success says, as an error: by its body where that can be read, else by its status.
 * @param body the parsed JSON of the answer, or anything where it was none
 */
export function errorOfAnswer(
  answer: { status: number; headers: Headers },
  body: unknown,
  now: Date = new Date(),
): StudioError {
  const { status } = answer
  const retryAfter = retryAfterSeconds(answer.headers.get('retry-after'), now)
  const known = errorSchema.safeParse(body)
  if (known.success) {
    const { message, type, param, code } = known.data.error
    return new StudioError(typeOf(status, type, code), inOneLine(message ?? '') ?? silence(status), {
      param,
      code,
      retryAfter,
    })
  }
  const detail = detailSchema.safeParse(body)
  const message = detail.success
    ? `The upstream refused the request: ${inOneLine(detail.data.detail)}`
    : silence(status)
  return new StudioError(typeOf(status), message, { retryAfter })
}

/** Like `errorOfAnswer`, for an answer that nobody has read yet. */
export async function readError(answer: Response): Promise<StudioError> {
  return errorOfAnswer(answer, await answer.json().catch(() => null))
}

/** The contract's 429 of an account without credit comes under `type`; OpenAI, and who copies it, has it as `code`. */
function typeOf(status: number, type?: string, code?: string): ErrorType {
  if (type === 'insufficient_quota' || code === 'insufficient_quota') return 'insufficient_quota'
  return type !== undefined && isErrorType(type) ? type : typeOfStatus(status)
}

function typeOfStatus(status: number): ErrorType {
  if (status === 401) return 'invalid_api_key'
  if (status === 402) return 'insufficient_quota'
  if (status === 403) return 'permission_denied'
  if (status === 404) return 'not_found'
  if (status === 405) return 'method_not_allowed'
  if (status === 413) return 'payload_too_large'
  if (status === 429) return 'rate_limit_exceeded'
  return status >= 500 || status < 400 ? 'upstream_failed' : 'invalid_request'
}

function silence(status: number): string {
  return status >= 300 && status < 400
    ? `The upstream answered ${status}: it sends requests elsewhere, and the key goes nowhere but to BOSON_BASE_URL.`
    : `The upstream answered ${status} without saying why.`
}

/** An upstream's own words as far as people are to see them; undefined where it has none. */
export function inOneLine(words: string): string | undefined {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  if (!line) return undefined
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS)}…` : line
}
