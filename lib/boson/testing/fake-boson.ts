import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { sniffAudio } from '@/lib/engine/audio/sniff-audio'
import { sniffImage } from '@/lib/engine/face/sniff-image'
import { seededRandom } from '@/lib/engine/motion/random'
import { SIZES, VIDEO_MODEL } from '../limits'
import { type CreateSpeech, createSpeechSchema, speechRequestSchema } from '../requests'
import type { Reply } from './replies'
import * as replies from './replies'

/** One video in two shapes, made once: as it is downloaded, and as it is streamed. */
export type Film = { whole: Buffer; live: Buffer }

/** An order that was accepted. */
export type Job = {
  id: string
  /** Which job of the client it is for. */
  label: string
  input: 'input' | 'input_tts'
  /** Of `input_tts`. */
  speech: CreateSpeech | null
  end: 'completed' | 'failed' | 'forgotten' | 'withheld'
  error: string | null
  /** Times it will be looked at before it has ended. */
  looksLeft: number
  /** The client has been told that it failed. */
  toldFailed: boolean
}

/** Why a client's job may end otherwise than completed. */
export type Fate = 'lost' | 'quota' | 'refused' | 'failed' | 'unknown_voice' | 'forgotten' | 'withheld'

export type FakeBosonOptions = {
  apiKey: string
  film: Film
  /** Decides what happens to a job, however the requests of several overlap. */
  seed: number
  /** 0…1: how much of what happens is something else than what should. */
  faultiness: number
  /** Milliseconds of sound a character; 1. */
  pace?: number
  /** Whether it knows `timestamps`, which the contract does not. */
  timesWords?: boolean
  /** Something it adds to whatever it says of a failure: what must get no further, for one. */
  aside?: string
}

type End = Pick<Job, 'end' | 'error'>

/** The portrait of a client's job ends with its label, and its voice is named by it. */
export const labelled = (picture: Buffer, label: string) =>
  Buffer.concat([picture, Buffer.from(`label:${label}`)])
export const voiceOfLabel = (label: string) => `for-${label}`

/** Something that may happen to a request, and how often beside the others. */
type Chance = [weight: number, happens: () => Reply]

/**
 * A stateful stand-in for Boson over real HTTP: checks the key, validates bodies against the contract's schemas, keeps
 * jobs, and fails in every way that was seen or feared. What happens to a request is decided by the seed, the job it
 * belongs to and how many of its kind came before.
 */
export class FakeBoson {
  readonly accepted: Job[] = []
  /** Labels of orders accepted although an earlier one of the same job was not known to have failed. */
  readonly doubles: string[] = []
  /** Everything asked of `/v1/audio/speech` that was well-formed. */
  readonly spoken: CreateSpeech[] = []
  /** How the next orders of a job will end, where chance is not to decide. */
  readonly ends = new Map<string, End[]>()
  requests = 0
  /** Goes up whenever it dies or comes back. */
  upheavals = 0
  readonly #options: FakeBosonOptions
  readonly #server: Server
  readonly #fates = new Map<string, Set<Fate>>()
  readonly #counts = new Map<string, number>()
  #port = 0

  constructor(options: FakeBosonOptions) {
    this.#options = options
    this.#server = createServer(async (request, response) => {
      this.requests += 1
      try {
        const reply = await this.#route(request)
        await reply(request, response)
      } catch {
        // The client or this server hung up while the request was read.
        request.socket.destroy()
      }
    })
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async open(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (!address || typeof address === 'string') throw new Error('no port')
    this.#port = address.port
    this.upheavals += 1
  }

  /** Drops every connection; `open` brings it back, at the same address and with the same jobs. */
  async close(): Promise<void> {
    this.upheavals += 1
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  fatesOf(label: string): ReadonlySet<Fate> {
    return this.#fates.get(label) ?? new Set()
  }

  async #route(request: IncomingMessage): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url)
    const key = request.headers.authorization
    if (key !== `Bearer ${this.#options.apiKey}`)
      return this.#refuse(401, 'invalid_api_key', `This key is not valid: ${key}.`)
    if (request.method === 'POST') {
      if (pathname === '/v1/videos') return this.#create(await formOf(request), false)
      if (pathname === '/v1/videos/stream') return this.#create(await formOf(request), true)
      if (pathname === '/v1/audio/speech') return this.#speak(await buffer(request))
    }
    const [, id = '', content] = /^\/v1\/videos\/(video_[0-9a-f]{24})(\/content)?$/.exec(pathname) ?? []
    const job = this.accepted.find((job) => job.id === id)
    if (!job) return NOT_FOUND
    return content ? this.#content(job, searchParams.get('variant')) : this.#retrieve(job)
  }

  async #create(form: FormData, streamed: boolean): Promise<Reply> {
    const fault = await faultOf(form)
    if (fault) return replies.send(422, { detail: [{ loc: ['body'], msg: fault }] })
    const model = form.get('model')
    if (model !== VIDEO_MODEL) return this.#refuse(404, 'model_not_found', `There is no model ${model}.`)
    const picture = await bytesOf(form.get('ref_image'))
    const label = /label:([\w-]+)$/.exec(picture.toString('latin1'))?.[1] ?? 'none'
    const speech = speechOf(form)
    if (streamed && this.#chance(label, 'route') < this.#options.faultiness / 2)
      return replies.send(404, { detail: 'Not Found' })
    return this.#order(label, streamed ? 'stream' : 'create', () => {
      const job = this.#accept(label, speech)
      const { film, faultiness } = this.#options
      if (!streamed) return replies.send(200, videoOf(job, 'queued', 0))
      return replies.stream(job.id, film.live, this.#random(label, 'live'), faultiness)
    })
  }

  #speak(body: Buffer): Reply {
    const asked: unknown = JSON.parse(body.toString('utf8'))
    const label = voiceSchema.parse(asked).voice?.replace(/^for-/, '') ?? 'none'
    const parsed = (this.#options.timesWords ? speechRequestSchema : createSpeechSchema).safeParse(asked)
    if (!parsed.success) return replies.send(422, { detail: parsed.error.issues })
    return this.#order(label, 'speech', () => {
      this.spoken.push(parsed.data)
      const pcm = toneOf(parsed.data.input.length * (this.#options.pace ?? 1))
      if (!('timestamps' in parsed.data) || !parsed.data.timestamps) return replies.send(200, pcm)
      const timestamps = [{ word: 'word', start: 0, end: 0.01 }]
      return replies.send(200, { audio: pcm.toString('base64'), timestamps })
    })
  }

  /** An order that is well-formed: `take` takes it on and answers, unless something happens before or after. */
  #order(label: string, kind: string, take: () => Reply): Reply {
    const random = this.#random(label, kind)
    const lost = (reply: Reply, isTaken: boolean) => {
      if (isTaken) take()
      return this.#fated(label, 'lost', reply)
    }
    const { reset, cutJson, send } = replies
    const failure = () => replies.failure(random, this.#options.aside)
    return this.#happens(random, take, [
      [5, () => replies.busy(random, this.#options.aside)],
      [2, () => replies.slowly(take())],
      [0.8, () => lost(reset, random() < 0.5)],
      [0.8, () => lost(failure(), random() < 0.5)],
      [0.2, () => lost(cutJson, true)],
      [0.2, () => lost(send(200, {}), true)],
      [0.2, () => this.#fated(label, 'quota', this.#refuse(429, 'insufficient_quota', 'No credit left.'))],
      [
        0.2,
        () => this.#fated(label, 'refused', this.#refuse(400, 'invalid_image_format', 'No face was found.')),
      ],
    ])
  }

  #accept(label: string, speech: CreateSpeech | null): Job {
    const earlier = this.accepted.filter((job) => job.label === label)
    if (earlier.some((job) => !job.toldFailed)) this.doubles.push(label)
    const random = this.#random(label, 'end')
    const input = speech ? 'input_tts' : 'input'
    const job: Job = {
      id: `video_${hashOf(`${label} ${earlier.length}`).toString(16).padStart(24, '0')}`,
      label,
      input,
      speech,
      ...(this.ends.get(label)?.shift() ?? endOf(random() / this.#options.faultiness, input)),
      looksLeft: Math.floor(random() * 4),
      toldFailed: false,
    }
    this.accepted.push(job)
    return job
  }

  #retrieve(job: Job): Reply {
    const random = this.#random(job.label, 'retrieve')
    const look = () => this.#look(job, random)
    return this.#happens(random, look, [
      [3, () => replies.busy(random, this.#options.aside)],
      [2, () => replies.failure(random, this.#options.aside)],
      [1, () => replies.reset],
      [1, () => replies.cutJson],
      [1, () => replies.send(200, '<html>All is well</html>')],
      [1, () => replies.slowly(look())],
    ])
  }

  #look(job: Job, random: () => number): Reply {
    if (job.looksLeft > 0) {
      job.looksLeft -= 1
      const status = STATUSES[Math.floor(random() * STATUSES.length)] ?? 'queued'
      return replies.send(200, videoOf(job, status, Math.floor(random() * 90)))
    }
    if (job.end === 'forgotten') return this.#fated(job.label, 'forgotten', NOT_FOUND)
    if (job.end !== 'failed') return replies.send(200, videoOf(job, 'completed', 100))
    job.toldFailed = true
    const told = replies.send(200, videoOf(job, 'failed', 0, this.#options.aside))
    if (job.error === UNKNOWN_VOICE) return this.#fated(job.label, 'unknown_voice', told)
    return SPEECH_FAILURES.includes(job.error ?? '') ? told : this.#fated(job.label, 'failed', told)
  }

  #content(job: Job, variant: string | null): Reply {
    const { film } = this.#options
    if (variant !== 'video') return this.#refuse(400, 'invalid_variant', `There is no variant ${variant}.`)
    if (job.looksLeft > 0 || job.end === 'forgotten') return NOT_FOUND
    const random = this.#random(job.label, 'content')
    if (job.end === 'withheld')
      return this.#fated(
        job.label,
        'withheld',
        random() < 0.5 ? NOT_FOUND : replies.failure(random, this.#options.aside),
      )
    const whole = () => replies.send(200, film.whole, { 'content-type': 'video/mp4' })
    return this.#happens(random, whole, [
      [2, () => replies.cutBody(film.whole, random)],
      [2, () => replies.shortBody(film.whole, random)],
      [1, () => NOT_FOUND],
      [1, () => replies.busy(random, this.#options.aside)],
      [1, () => replies.failure(random, this.#options.aside)],
      [1, () => replies.reset],
      [1, () => replies.slowly(whole())],
    ])
  }

  #refuse(status: number, type: string, message: string): Reply {
    return replies.refuse(status, type, message + (this.#options.aside ?? ''))
  }

  #fated(label: string, fate: Fate, reply: Reply): Reply {
    this.#fates.set(label, new Set([...this.fatesOf(label), fate]))
    return reply
  }

  /** What should happen, or one of `chances`. */
  #happens(random: () => number, should: () => Reply, chances: Chance[]): Reply {
    if (random() >= this.#options.faultiness) return should()
    let at = random() * chances.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, happens] of chances) {
      at -= weight
      if (at < 0) return happens()
    }
    return should()
  }

  /** Numbers for the next request of this kind that belongs to a job. */
  #random(label: string, kind: string): () => number {
    const key = `${label} ${kind}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return seededRandom(hashOf(`${this.#options.seed} ${key} ${count}`))
  }

  /** A number for all requests of this kind. */
  #chance(label: string, kind: string): number {
    return seededRandom(hashOf(`${this.#options.seed} ${label} ${kind}`))()
  }
}

const NOT_FOUND = replies.refuse(404, 'not_found', 'There is no such video.')
/** The contract's, and some it may have one day. */
const STATUSES = ['queued', 'in_progress', 'in_progress', 'moderation', 'rendering_deluxe']
const UNKNOWN_VOICE = 'tts stream failed: 400 Unknown voice'
const SPEECH_FAILURES = ['tts stream failed: 429 all replicas busy', 'audio encoding error']

const voiceSchema = z.object({ voice: z.string().optional() })

function endOf(share: number, input: Job['input']): End {
  if (share < 0.08) return { end: 'failed', error: 'CUDA error: out of memory' }
  if (share < 0.16) return { end: 'forgotten', error: null }
  if (share < 0.24) return { end: 'withheld', error: null }
  if (input === 'input' || share > 0.6) return { end: 'completed', error: null }
  if (share < 0.3) return { end: 'failed', error: UNKNOWN_VOICE }
  return { end: 'failed', error: SPEECH_FAILURES[share < 0.45 ? 0 : 1] ?? '' }
}

function videoOf({ id, error }: Job, status: string, progress: number, aside = ''): object {
  const failed = status === 'failed'
  const fields = { object: 'video', model: VIDEO_MODEL, size: SIZES[0], created_at: 1_700_000_000 }
  return { id, ...fields, status, progress, error: failed ? error + aside : null }
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const body = new Uint8Array(await buffer(request))
  return new Response(body, { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData()
}

const FIELDS = ['model', 'ref_image', 'input', 'input_tts', 'size']

/** What in a form does not fit the contract, if anything. */
async function faultOf(form: FormData): Promise<string | null> {
  for (const field of form.keys()) if (!FIELDS.includes(field)) return `unknown field ${field}`
  if (!SIZES.some((size) => size === form.get('size'))) return 'size'
  if (!sniffImage(await bytesOf(form.get('ref_image')))) return 'ref_image'
  if (form.has('input') === form.has('input_tts')) return 'neither or both of input and input_tts'
  if (form.has('input')) return sniffAudio(await bytesOf(form.get('input'))) ? null : 'input'
  const speech = createSpeechSchema.safeParse(JSON.parse(String(form.get('input_tts'))))
  return speech.success ? null : `input_tts: ${speech.error.message}`
}

function speechOf(form: FormData): CreateSpeech | null {
  return form.has('input_tts') ? createSpeechSchema.parse(JSON.parse(String(form.get('input_tts')))) : null
}

async function bytesOf(value: FormDataEntryValue | null): Promise<Buffer> {
  return value instanceof Blob ? Buffer.from(await value.arrayBuffer()) : Buffer.from(value ?? '')
}

/** PCM as the upstream speaks: 24 kHz, 16 bit. */
function toneOf(ms: number): Buffer {
  return Buffer.from(new Int16Array(ms * 24).map((_, i) => 8000 * Math.sin(i / 9)).buffer)
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
