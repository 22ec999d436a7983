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
