import type { ErrorType } from '@/lib/boson/errors'
import { BINARY, type Endpoint, jsonAnswer, jsonContent } from '../endpoint'
import { ref } from '../schema'
import type { Content } from '../types'

const tag = 'Speech and voices'

const SPEECH_TYPES = ['audio/mpeg', 'audio/ogg', 'audio/pcm', 'audio/wav', 'audio/aac', 'audio/flac']

const SPOKEN: Content = {
  ...Object.fromEntries(SPEECH_TYPES.map((type) => [type, { schema: BINARY }])),
  'application/json': { schema: ref('TimedSpeech') },
}

/** What a clip can be refused for. */
const CLIP_ERRORS: ErrorType[] = [
  'audio_too_long',
  'invalid_audio_format',
  'empty_input',
  'invalid_url',
  'payload_too_large',
]

export const audioEndpoints: Endpoint[] = [
  {
    method: 'post',
    path: '/v1/audio/speech',
    operationId: 'createSpeech',
    tag,
    summary: 'Speak a text',
    description:
      'Answers with the sound in the format asked for: PCM and WAV are 24 kHz, mono, 16 bit. With `timestamps` it answers JSON instead. On the studio’s own engine `ref_audio` does not clone a voice: the nearer trained voice speaks, brought to the clip’s pitch and tone.',
    body: { content: jsonContent('SpeechRequest') },
    answers: { 200: { description: 'The sound.', content: SPOKEN } },
    errors: [
      ...CLIP_ERRORS,
      'input_too_long',
      'unknown_voice',
      'model_not_found',
      'all_replicas_busy',
      'insufficient_quota',
      'upstream_failed',
    ],
  },
  {
    method: 'get',
    path: '/v1/audio/voices',
    operationId: 'listVoices',
    tag,
    summary: 'List custom voices',
    description: 'The voices your team has made, newest first. Presets are not among them.',
    answers: { 200: jsonAnswer('The voices.', 'VoiceList') },
  },
  {
    method: 'post',
    path: '/v1/audio/voices',
    operationId: 'createVoice',
    tag,
    summary: 'Make a custom voice',
    description:
      'Keeps a clip of somebody speaking as a voice of your team: its name works wherever a preset’s does. The same clip again gives the same voice. You must have the right to use the voice. On the studio’s own engine it is matched, not cloned: the nearer trained voice, brought to the clip’s pitch and tone.',
    body: {
      content: {
        ...jsonContent('CreateVoiceRequest'),
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['ref_audio', 'ref_text'],
            properties: {
              ref_audio: { ...BINARY, description: 'The clip as a file, or an http(s) URL string.' },
              ref_text: { type: 'string', description: 'What is said in the clip.' },
              description: { type: 'string', maxLength: 200, description: 'A name for people.' },
            },
          },
        },
      },
    },
    answers: { 200: jsonAnswer('The voice.', 'Voice') },
    errors: CLIP_ERRORS,
    idempotent: true,
  },
  {
    method: 'get',
    path: '/v1/audio/voices/{voice}',
    operationId: 'retrieveVoice',
    tag,
    summary: 'Retrieve a custom voice',
    answers: { 200: jsonAnswer('The voice.', 'Voice') },
    errors: ['not_found'],
  },
  {
    method: 'delete',
    path: '/v1/audio/voices/{voice}',
    operationId: 'deleteVoice',
    tag,
    summary: 'Delete a custom voice',
    description: 'Videos that speak in it keep their clip.',
    answers: { 200: jsonAnswer('It is gone.', 'DeletedVoice') },
    errors: ['not_found'],
  },
]
