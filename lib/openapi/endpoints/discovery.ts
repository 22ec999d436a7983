import { type Endpoint, jsonAnswer } from '../endpoint'

const tag = 'Discovery'

export const discoveryEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: '/v1/models',
    operationId: 'listModels',
    tag,
    summary: 'List models',
    answers: { 200: jsonAnswer('The models that requests may name.', 'ModelList') },
  },
  {
    method: 'get',
    path: '/v1/voices',
    operationId: 'listStudioVoices',
    tag,
    summary: 'List voices to choose from',
    description:
      'The presets, and on the studio’s own engine the voices that were added to it: an operator’s, and robotic ones for other languages where espeak-ng is installed. Those of your team are listed at `/v1/audio/voices`.',
    answers: { 200: jsonAnswer('The voices, presets first.', 'StudioVoiceList') },
  },
  {
    method: 'get',
    path: '/v1/openapi.json',
    operationId: 'getDocument',
    tag,
    summary: 'This document',
    answers: {
      200: {
        description: 'The API in OpenAPI 3.0.3.',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    },
    open: true,
  },
]
