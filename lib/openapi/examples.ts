/**
 * Every piece of code on the page `/docs`. The end-to-end tests run all of them against a studio: the scripts with bash,
 * in this order, with `URL` and `KEY` set, in a folder that holds the files they name.
 */

export type CurlExample = {
  /** Whose example this is: an operationId of the document. */
  operation: string
  script: string
  /** Variables of later examples, and the field of this one's answer that is their value. */
  gives?: Record<string, string>
  /** A file that is there afterwards. */
  makes?: string
}

const KEY_HEADER = '-H "Authorization: Bearer $KEY"'

/** One request: `lines` are the options, each on a line of its own. */
function curl(path: string, ...lines: string[]): string {
  return [`curl "$URL${path}"`, KEY_HEADER, ...lines].join(' \\\n  ')
}

function withJson(path: string, body: string, ...lines: string[]): string {
  return curl(path, "-H 'Content-Type: application/json'", `-d '${body}'`, ...lines)
}

export const RECORDING: CurlExample = {
  operation: 'createVideo',
  script: curl('/v1/videos', '-F ref_image=@me.jpg', '-F input=@speech.mp3', '-F size=480x640'),
  gives: { VIDEO_ID: 'id' },
}

export const SCRIPT: CurlExample = {
  operation: 'createVideo',
  script: curl(
    '/v1/videos',
    '-F ref_image=@me.jpg',
    `-F 'input_tts={"input": "Hello there!", "voice": "nora"}'`,
  ),
  gives: { VIDEO_ID: 'id' },
}

export const JSON_BODY: CurlExample = {
  operation: 'createVideo',
  script: `${curl('/v1/videos', "-H 'Content-Type: application/json'", '-d @- <<END')}
{
  "ref_image": "$(base64 < me.jpg | tr -d '\\n')",
  "input_tts": {"input": "Hello!", "voice": "marcus"},
  "size": "640x480"
}
END`,
}

export const ONCE: CurlExample = {
  operation: 'createVideo',
  script: curl(
    '/v1/videos',
    "-H 'Idempotency-Key: order-1042'",
    '-F ref_image=@me.jpg',
    `-F 'input_tts={"input": "Your order is on its way."}'`,
  ),
}

export const WAIT: CurlExample = {
  operation: 'retrieveVideo',
  script: `until ${curl('/v1/videos/$VIDEO_ID')} \\
  | grep -qE '"status":"(completed|failed)"'
do sleep 1
done`,
}

export const DOWNLOAD: CurlExample = {
  operation: 'downloadVideoContent',
  script: curl('/v1/videos/$VIDEO_ID/content', '-o hello.mp4'),
  makes: 'hello.mp4',
}

export const CAPTIONS: CurlExample = {
  operation: 'downloadVideoContent',
  script: curl('/v1/videos/$VIDEO_ID/content?variant=captions.vtt', '-o hello.vtt'),
  makes: 'hello.vtt',
}

export const STREAM: CurlExample = {
  operation: 'streamVideo',
  script: curl(
    '/v1/videos/stream',
    '-F ref_image=@me.jpg',
    `-F 'input_tts={"input": "You see this while it is made."}'`,
    '-D headers.txt -o live.mp4',
  ),
  makes: 'live.mp4',
}

export const SPEECH: CurlExample = {
  operation: 'createSpeech',
  script: withJson('/v1/audio/speech', '{"input": "Hello!", "voice": "oliver"}', '-o hello.mp3'),
  makes: 'hello.mp3',
}

export const WORD_TIMES: CurlExample = {
  operation: 'createSpeech',
  script: withJson('/v1/audio/speech', '{"input": "Hello there!", "timestamps": true}'),
}

export const VOICE: CurlExample = {
  operation: 'createVoice',
  script: curl(
    '/v1/audio/voices',
    '-F ref_audio=@speech.mp3',
    "-F 'ref_text=What is said in the clip.'",
    "-F 'description=Our narrator'",
  ),
  gives: { VOICE: 'voice' },
}

export const PRONUNCIATION: CurlExample = {
  operation: 'createPronunciation',
  script: withJson('/v1/pronunciations', '{"word": "Nguyen", "said_as": "win"}'),
  gives: { PRONUNCIATION_ID: 'id' },
}

export const BATCH: CurlExample = {
  operation: 'createBatch',
  script: curl(
    '/v1/batches',
    '-F ref_image=@me.jpg',
    '-F voice=nora',
    `-F 'rows=[{"title": "For Ada", "input": "Hello Ada!"}, {"title": "For Bo", "input": "Hello Bo!"}]'`,
  ),
  gives: { BATCH_ID: 'id' },
}

/** Asks until the first of its videos is finished. */
const BATCH_DOWNLOAD: CurlExample = {
  operation: 'downloadBatchContent',
  script: `until ${curl('/v1/batches/$BATCH_ID/content', '--fail-with-body -o greetings.zip')}
do sleep 1
done`,
  makes: 'greetings.zip',
}

export const LIST: CurlExample = {
  operation: 'listVideos',
  script: curl('/v1/videos?status=completed&q=hello&limit=10'),
}

export const WEBHOOK: CurlExample = {
  operation: 'createWebhook',
  script: withJson('/v1/webhooks', '{"url": "https://example.org/hooks"}'),
  gives: { WEBHOOK_ID: 'id', SECRET: 'secret' },
}

/** All of them, in an order in which each finds what it needs. */
export const CURL_EXAMPLES: CurlExample[] = [
  { operation: 'listModels', script: curl('/v1/models') },
  { operation: 'listStudioVoices', script: curl('/v1/voices') },
  { operation: 'checkPortrait', script: curl('/v1/portraits/check', '-F ref_image=@me.jpg') },
  JSON_BODY,
  ONCE,
  RECORDING,
  // While the three above keep the worker busy, so that there is something to cancel.
  {
    operation: 'remixVideo',
    script: withJson('/v1/videos/$VIDEO_ID/remix', '{"input_tts": {"input": "Goodbye!"}}'),
    gives: { REMIX_ID: 'id' },
  },
  { operation: 'cancelVideo', script: curl('/v1/videos/$REMIX_ID/cancel', '-X POST') },
  { operation: 'retryVideo', script: curl('/v1/videos/$REMIX_ID/retry', '-X POST') },
  { operation: 'deleteVideo', script: curl('/v1/videos/$REMIX_ID', '-X DELETE') },
  { operation: 'restoreVideo', script: curl('/v1/videos/$REMIX_ID/restore', '-X POST') },
  STREAM,
  SCRIPT,
  {
    operation: 'watchVideo',
    script: curl('/v1/videos/$VIDEO_ID/live', '-o watched.mp4'),
    makes: 'watched.mp4',
  },
  WAIT,
  { operation: 'makeFile', script: curl('/v1/videos/$VIDEO_ID/files/captioned', '-X POST') },
  { operation: 'retrieveMadeFile', script: curl('/v1/videos/$VIDEO_ID/files/captioned') },
  { operation: 'stopFile', script: curl('/v1/videos/$VIDEO_ID/files/captioned', '-X DELETE') },
  {
    operation: 'editVideo',
    script: withJson('/v1/videos/$VIDEO_ID/edits', '{"input": "Hello again!"}'),
  },
  DOWNLOAD,
  CAPTIONS,
  LIST,
  {
    operation: 'renameVideo',
    script: withJson('/v1/videos/$VIDEO_ID', '{"title": "Hello", "folder": "Greetings"}', '-X PATCH'),
  },
  {
    operation: 'updateVideos',
    script: withJson('/v1/videos', '{"ids": ["\'$VIDEO_ID\'"], "add_tags": ["short"]}', '-X PATCH'),
  },
  { operation: 'listVersions', script: curl('/v1/videos/$VIDEO_ID/versions') },
  { operation: 'listTags', script: curl('/v1/tags') },
  { operation: 'listFolders', script: curl('/v1/folders') },
  { operation: 'watchVideo', script: curl('/v1/videos/$VIDEO_ID/live', '-o watched.mp4') },
  { operation: 'retrieveCaptions', script: curl('/v1/videos/$VIDEO_ID/captions') },
  {
    operation: 'replaceCaptions',
    script: withJson(
      '/v1/videos/$VIDEO_ID/captions',
      '{"cues": [{"start": 0, "end": 0.4, "text": "Hello there!"}]}',
      '-X PUT',
    ),
  },
  { operation: 'resetCaptions', script: curl('/v1/videos/$VIDEO_ID/captions', '-X DELETE') },
  {
    operation: 'createLink',
    script: curl('/v1/videos/$VIDEO_ID/links', '-X POST'),
    gives: { LINK_ID: 'id' },
  },
  { operation: 'listLinks', script: curl('/v1/videos/$VIDEO_ID/links') },
  {
    operation: 'updateLink',
    script: withJson(
      '/v1/videos/$VIDEO_ID/links/$LINK_ID',
      '{"name": "Client", "password": "open sesame", "downloads": false}',
      '-X PATCH',
    ),
  },
  { operation: 'rotateLink', script: curl('/v1/videos/$VIDEO_ID/links/$LINK_ID/rotate', '-X POST') },
  { operation: 'listTeamLinks', script: curl('/v1/links?state=open') },
  { operation: 'revokeLink', script: curl('/v1/videos/$VIDEO_ID/links/$LINK_ID', '-X DELETE') },
  { operation: 'revokeTeamLinks', script: curl('/v1/links', '-X DELETE') },
  BATCH,
  { operation: 'cancelBatch', script: curl('/v1/batches/$BATCH_ID/cancel', '-X POST') },
  { operation: 'listBatches', script: curl('/v1/batches') },
  { operation: 'retrieveBatch', script: curl('/v1/batches/$BATCH_ID') },
  { operation: 'retryBatch', script: curl('/v1/batches/$BATCH_ID/retry', '-X POST') },
  BATCH_DOWNLOAD,
  { operation: 'deleteBatch', script: curl('/v1/batches/$BATCH_ID', '-X DELETE') },
  SPEECH,
  WORD_TIMES,
  VOICE,
  { operation: 'listVoices', script: curl('/v1/audio/voices') },
  { operation: 'retrieveVoice', script: curl('/v1/audio/voices/$VOICE') },
  { operation: 'deleteVoice', script: curl('/v1/audio/voices/$VOICE', '-X DELETE') },
  PRONUNCIATION,
  { operation: 'listPronunciations', script: curl('/v1/pronunciations') },
  {
    operation: 'updatePronunciation',
    script: withJson('/v1/pronunciations/$PRONUNCIATION_ID', '{"said_as": "/wˈɪn/"}', '-X PATCH'),
  },
  {
    operation: 'deletePronunciation',
    script: curl('/v1/pronunciations/$PRONUNCIATION_ID', '-X DELETE'),
  },
  WEBHOOK,
  { operation: 'listWebhooks', script: curl('/v1/webhooks') },
  { operation: 'retrieveWebhook', script: curl('/v1/webhooks/$WEBHOOK_ID') },
  {
    operation: 'testWebhook',
    script: curl('/v1/webhooks/$WEBHOOK_ID/test', '-X POST'),
    gives: { DELIVERY_ID: 'id' },
  },
  { operation: 'listWebhookDeliveries', script: curl('/v1/webhooks/$WEBHOOK_ID/deliveries') },
  {
    operation: 'redeliverWebhookDelivery',
    script: curl('/v1/webhooks/$WEBHOOK_ID/deliveries/$DELIVERY_ID/redeliver', '-X POST'),
  },
  {
    operation: 'updateWebhook',
    script: withJson('/v1/webhooks/$WEBHOOK_ID', '{"enabled": false}', '-X PATCH'),
  },
  { operation: 'rotateWebhookSecret', script: curl('/v1/webhooks/$WEBHOOK_ID/rotate', '-X POST') },
  { operation: 'deleteWebhook', script: curl('/v1/webhooks/$WEBHOOK_ID', '-X DELETE') },
  { operation: 'getDocument', script: 'curl "$URL/v1/openapi.json"' },
]

/** JavaScript for Node: lists the videos, speaks, saves the newest video. Reads `URL` and `KEY` from the environment. */
export const OPENAI_CLIENT = `import { writeFile } from 'node:fs/promises'
import { env } from 'node:process'
import OpenAI from 'openai'

const { URL, KEY } = env
const studio = new OpenAI({
  baseURL: \`\${URL}/v1\`,
  apiKey: KEY,
})

for await (const video of studio.videos.list()) {
  console.log(video.id, video.status)
}

const speech = await studio.audio.speech.create({
  model: 'higgs-tts-3',
  voice: 'chloe',
  input: 'Spoken through another program.',
})
await writeFile('speech.mp3', speech.body)

const { data } = await studio.videos.list({ limit: 1 })
const film = await studio.videos.downloadContent(data[0].id)
await writeFile('newest.mp4', film.body)
`

/** JavaScript for Node: whether a delivery comes from the studio and is fresh. */
export const VERIFY_SIGNATURE = `import { createHmac, timingSafeEqual } from 'node:crypto'

/** The body as it came; names of headers in lower case. */
export function isGenuine(secret, headers, body) {
  const id = headers['webhook-id']
  const sentAt = Number(headers['webhook-timestamp'])
  const age = Math.abs(Date.now() / 1000 - sentAt)
  if (age > 300) return false

  const key = Buffer.from(secret.slice(6), 'base64')
  const wanted = createHmac('sha256', key)
    .update(\`\${id}.\${sentAt}.\${body}\`)
    .digest()
  const signatures = headers['webhook-signature']
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.slice(3), 'base64')
    return (
      given.length === wanted.length &&
      timingSafeEqual(given, wanted)
    )
  })
}
`
