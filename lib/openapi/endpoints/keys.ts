import { type Endpoint, jsonAnswer, jsonContent } from '../endpoint'

const tag = 'API keys'
const SIGNED_IN = 'For signed-in people only: a key makes and sees no keys.'

export const keyEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: '/v1/keys',
    operationId: 'listKeys',
    tag,
    summary: 'List API keys',
    description: `Those that work: your own, or your whole team’s if you own the studio. ${SIGNED_IN}`,
    answers: { 200: jsonAnswer('The keys, newest first.', 'ApiKeyList') },
    errors: ['permission_denied'],
  },
  {
    method: 'post',
    path: '/v1/keys',
    operationId: 'createKey',
    tag,
    summary: 'Make an API key',
    description: `The answer holds the key itself. It is shown this once. ${SIGNED_IN}`,
    body: { content: jsonContent('CreateApiKeyRequest') },
    answers: { 200: jsonAnswer('The key.', 'NewApiKey') },
    errors: ['conflict', 'payload_too_large'],
  },
  {
    method: 'delete',
    path: '/v1/keys/{key_id}',
    operationId: 'revokeKey',
    tag,
    summary: 'Revoke an API key',
    description: `It stops working at once. ${SIGNED_IN}`,
    answers: { 200: jsonAnswer('It works no longer.', 'RevokedApiKey') },
    errors: ['not_found'],
  },
]
