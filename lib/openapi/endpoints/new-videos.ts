import type { ErrorType } from '@/lib/boson/errors'
import { PROVIDERS } from '@/lib/boson/limits'
import { BINARY, type Endpoint, jsonAnswer, jsonContent } from '../endpoint'
import type { Content, Schema } from '../types'
import { ENDINGS, VIDEO_ANSWER } from './video-answers'

const tag = 'Videos'

/** What the inputs of a video can be refused for. */
const INPUT_ERRORS: ErrorType[] = [
  'invalid_image_format',
  'invalid_size',
  'audio_too_long',
  'invalid_audio_format',
  'empty_input',
  'input_too_long',
  'invalid_url',
  'unknown_voice',
  'model_not_found',
  'payload_too_large',
  'all_replicas_busy',
]

/** In the contract's words. */
const CREATE_WORDING = {
  400: 'Invalid request (e.g. `invalid_image_format`, `invalid_size`, `audio_too_long`, `empty_input`, `input_too_long`).',
  401: 'Missing or invalid API key.',
  404: 'Unknown avatar model (`model_not_found`).',
  413: 'Inline `ref_image` over the 10 MB cap (`payload_too_large`).',
  422: 'Malformed body (e.g. neither or both of `input` / `input_tts`).',
  429: 'Rate limited, or all replicas busy (`all_replicas_busy`); retry after `Retry-After`.',
}

/** Forms are read field by field; what their fields become is judged by the schema of the JSON body. */
const VIDEO_FORM = {
  type: 'object',
  properties: {
    model: { type: 'string', default: 'higgs-avatar' },
    ref_image: {
      ...BINARY,
      description: 'Reference image file (PNG/JPEG/WEBP), or an http(s) URL string.',
    },
    input: {
      ...BINARY,
      description:
        'Audio-to-video driving-audio file (AAC/WAV/MP3/FLAC/OPUS), or an http(s) URL string. Provide exactly one of `input` / `input_tts`.',
    },
    input_tts: {
      type: 'string',
      description:
        'Text-to-video: a JSON string of a speech request. Provide exactly one of `input` / `input_tts`.',
    },
    size: { type: 'string', default: '640x640' },
    crop: { type: 'string', description: 'A JSON string of the part of the portrait to show.' },
    face: { type: 'string', description: 'A JSON string of a point on the face that speaks.' },
    provider: { type: 'string', enum: [...PROVIDERS], description: 'Who makes it.' },
  },
} satisfies Schema

/** Of a new video only: a remix is a version of its original. */
const NEW_VIDEO_FORM: Schema = {
  ...VIDEO_FORM,
  properties: {
    ...VIDEO_FORM.properties,
    version_of: { type: 'string', description: 'Id of the video this is another version of.' },
  },
  required: ['ref_image'],
}

const CREATE_BODY: Content = {
  ...jsonContent('CreateVideoRequest'),
  'multipart/form-data': { schema: NEW_VIDEO_FORM },
}

/** As in the form above, without the defaults. */
const REMIX_FORM: Schema = {
  ...VIDEO_FORM,
  properties: { ...VIDEO_FORM.properties, model: { type: 'string' }, size: { type: 'string' } },
}

/** Making videos. */
export const newVideoEndpoints: Endpoint[] = [
  {
    method: 'post',
    path: '/v1/videos',
    operationId: 'createVideo',
    tag,
    summary: 'Create a video',
    description:
      'Create an avatar talking-head video (async). Returns the Video object with `status: "queued"`; poll `GET /v1/videos/{video_id}` and download the rendered MP4 from `GET /v1/videos/{video_id}/content`. Provide a reference image plus exactly one driving input — `input` (audio-to-video) or `input_tts` (text-to-video). The body may be JSON or `multipart/form-data` (upload `ref_image` / `input` as raw files).',
    body: { content: CREATE_BODY },
    answers: { 200: jsonAnswer('The created Video object.', 'Video') },
    errors: INPUT_ERRORS,
    wording: CREATE_WORDING,
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/stream',
    operationId: 'streamVideo',
    tag,
    summary: 'Create a video and watch it while it is made',
    description:
      'Takes the body of `POST /v1/videos`. The answer is the video itself, a live fragmented MP4 that grows while it renders; its id is in the header `X-Video-Id`. The video is stored as any other, also when the connection ends early: ask for it by its id then.',
    body: { content: CREATE_BODY },
    answers: {
      200: {
        description:
          'A fragmented MP4, as it is made. It breaks off where the video fails; one that fails before there is anything to see is answered with its error.',
        headers: { 'X-Video-Id': { description: 'Id of the video.', schema: { type: 'string' } } },
        content: { 'video/mp4': { schema: BINARY } },
      },
    },
    errors: [...INPUT_ERRORS, ...ENDINGS],
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/{video_id}/remix',
    operationId: 'remixVideo',
    tag,
    summary: 'Make a video like another',
    description:
      'A new video from the inputs of another, with those fields changed that the body has: another script with the same portrait, another size with the same words. It is a version of the other, in the same folder, with the same tags.',
    body: {
      content: { ...jsonContent('RemixVideoRequest'), 'multipart/form-data': { schema: REMIX_FORM } },
    },
    answers: { 200: jsonAnswer('The new video, queued.', 'StudioVideo') },
    errors: ['not_found', ...INPUT_ERRORS],
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/{video_id}/edits',
    operationId: 'editVideo',
    tag,
    summary: 'Change what a video says',
    description:
      'A new version of a finished video that says another script, with the same portrait, voice and size. Of a video that this studio’s own engine made, only the sentences that changed are spoken and drawn again: all others keep their sound to the sample, and their pictures, but for those up to two seconds around a change. A video of Boson’s is made again whole. The video it is made from stays as it is.',
    body: { content: jsonContent('EditVideoRequest') },
    answers: { 200: jsonAnswer('The new version, queued.', 'StudioVideo') },
    errors: [
      'not_found',
      'conflict',
      'empty_input',
      'input_too_long',
      'audio_too_long',
      'unknown_voice',
      'payload_too_large',
      'all_replicas_busy',
    ],
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/{video_id}/retry',
    operationId: 'retryVideo',
    tag,
    summary: 'Try a video again',
    description: 'Puts a video that failed or was cancelled back into the queue, with the inputs it has.',
    answers: VIDEO_ANSWER,
    errors: ['not_found', 'conflict', 'all_replicas_busy'],
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/{video_id}/cancel',
    operationId: 'cancelVideo',
    tag,
    summary: 'Cancel a video',
    description:
      'Stops a video that is not finished. It becomes `failed` with `error_type: "cancelled"`: at once where it was waiting, else as soon as its worker looks.',
    answers: VIDEO_ANSWER,
    errors: ['not_found', 'conflict'],
  },
  {
    method: 'post',
    path: '/v1/portraits/check',
    operationId: 'checkPortrait',
    tag,
    summary: 'Check a portrait',
    description: 'What the engine sees in a picture, before anything is made. Nothing is kept.',
    body: {
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['ref_image'],
            properties: { ref_image: VIDEO_FORM.properties.ref_image },
          },
        },
      },
    },
    answers: { 200: jsonAnswer('The face that would be animated.', 'PortraitReport') },
    errors: ['invalid_image_format', 'payload_too_large'],
  },
]
