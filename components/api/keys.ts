import type { ApiKeyView, NewApiKey } from '@/lib/team/api-key-schema'
import { json, request, send } from './request'

const schemas = () => import('@/lib/team/api-key-schema')
const asApiKeyList = async () => (await schemas()).apiKeyListSchema
const asNewApiKey = async () => (await schemas()).newApiKeySchema

/** The keys that work: one's own, or the team's for an owner; newest first. */
export async function listKeys(signal?: AbortSignal): Promise<ApiKeyView[]> {
  return (await request('/v1/keys', asApiKeyList, { signal })).data
}

/** The answer is the one place where the key itself is. */
export function makeKey(name: string): Promise<NewApiKey> {
  return request('/v1/keys', asNewApiKey, json('POST', { name }))
}

export async function revokeKey(id: string): Promise<void> {
  await send(`/v1/keys/${encodeURIComponent(id)}`, { method: 'DELETE' })
}
