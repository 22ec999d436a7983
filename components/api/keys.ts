import {
  type ApiKeyView,
  apiKeyListSchema,
  type NewApiKey,
  newApiKeySchema,
  revokedApiKeySchema,
} from '@/lib/team/api-key-schema'
import { json, request } from './request'

/** The keys that work: one's own, or the team's for an owner; newest first. */
export async function listKeys(signal?: AbortSignal): Promise<ApiKeyView[]> {
  return (await request('/v1/keys', apiKeyListSchema, { signal })).data
}

/** The answer is the one place where the key itself is. */
export function makeKey(name: string): Promise<NewApiKey> {
  return request('/v1/keys', newApiKeySchema, json('POST', { name }))
}

export async function revokeKey(id: string): Promise<void> {
  await request(`/v1/keys/${encodeURIComponent(id)}`, revokedApiKeySchema, { method: 'DELETE' })
}
