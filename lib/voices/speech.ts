import 'server-only'
import { buffer } from 'node:stream/consumers'
import type { z } from 'zod'
import type { Caller } from '@/lib/auth/access'
import { StudioError } from '@/lib/boson/errors'
import { MAX_INLINE_BYTES, SPEECH_MODEL, type SpeechFormat } from '@/lib/boson/limits'
import { refusalOf } from '@/lib/boson/refusal'
import { speechRequestSchema } from '@/lib/boson/requests'
import { env } from '@/lib/env'
import { InputFiles } from '@/lib/http/input-file'
import { readJson } from '@/lib/http/json-body'
import { json } from '@/lib/http/route'
import { streamed } from '@/lib/http/streamed'
import { pronunciationsIn } from '@/lib/pronunciations/data'
import { chosenEngine, provider } from '@/lib/provider/choose'
import type { Reference } from '@/lib/provider/provider'
import { assetKey, storage } from '@/lib/storage/files'
import { findClip } from '@/lib/videos/clip'
import { inspectReference } from '@/lib/videos/inspect'
import { requireModel } from '@/lib/videos/request'

const MAX_JSON_BYTES = Math.ceil((MAX_INLINE_BYTES * 4) / 3) + 64 * 1024
/** At once in this process: each keeps a core busy. */
const MOST_AT_ONCE = 4
const BUSY_RETRY_S = 2

const SPEECH_TYPES: Record<SpeechFormat, string> = {
  mp3: 'audio/mpeg',
  opus: 'audio/ogg; codecs=opus',
  pcm: 'audio/pcm;rate=24000',
  wav: 'audio/wav',
  aac: 'audio/aac',
  flac: 'audio/flac',
}

let underWay = 0

/**
 * Answers `POST /v1/audio/speech`: the sound, or with `timestamps` JSON with the sound in base64 and the words' times.
 * Throws what a script is refused for, and `all_replicas_busy` where too many are being spoken.
 */
export async function answerSpeech(caller: Caller, request: Request): Promise<Response> {
  const parsed = speechRequestSchema.safeParse(await readJson(request, MAX_JSON_BYTES))
  if (!parsed.success) throw refusalOf(parsed.error)
  const { input: text, model, voice = 'default', stream, timestamps } = parsed.data
  const format = parsed.data.response_format
  const maker = provider(chosenEngine(parsed.data.provider))
  requireModel(model, [SPEECH_MODEL, env.boson.speechModel], 'model')
  const held = [takePlace()]
  const letGo = () => Promise.all(held.map((release) => release()))
  try {
    const reference = await referenceOf(caller.teamId, parsed.data, held)
    const pronunciations = await pronunciationsIn(caller.teamId, text, parsed.data.pronunciations)
    const asked = { text, voice, reference, pronunciations, format, stream, timestamps }
    const { audio, words } = await maker.speak(asked, request.signal)
    audio.once('close', letGo)
    if (!timestamps) return streamed(audio, { 'content-type': SPEECH_TYPES[format] })
    return json({ audio: (await buffer(audio)).toString('base64'), timestamps: words })
  } catch (error) {
    await letGo()
    throw error
  }
}

/** The clip whose voice is asked for, as a local file that `held` lets go of. */
async function referenceOf(
  teamId: string,
  { voice, ref_audio, ref_text }: z.infer<typeof speechRequestSchema>,
  held: (() => Promise<void>)[],
): Promise<Reference | null> {
  if (ref_audio) {
    const files = new InputFiles()
    held.push(() => files.discard())
    const { file, contentType } = await inspectReference(await files.receive(ref_audio, 'ref_audio'))
    return { clip: { path: file.path, contentType }, text: ref_text ?? null }
  }
  const custom = voice === undefined ? null : await findClip(teamId, voice)
  if (!custom) return null
  const copy = await storage().localCopy(assetKey(custom.clip.sha256))
  held.push(copy.release)
  return { clip: { path: copy.path, contentType: custom.clip.contentType }, text: custom.refText }
}

/** A place among those who are spoken for now; the returned function gives it back, once. */
function takePlace(): () => Promise<void> {
  if (underWay >= MOST_AT_ONCE) {
    throw new StudioError('all_replicas_busy', 'Too much is being spoken at once. Try again in a moment.', {
      retryAfter: BUSY_RETRY_S,
    })
  }
  underWay += 1
  let taken = true
  return async () => {
    if (taken) underWay -= 1
    taken = false
  }
}
