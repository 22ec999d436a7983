import { z } from 'zod'

/** Body of `POST /v1/keys`. */
export const createApiKeySchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, 'Say what the key is for')
      .max(80, 'Use at most 80 characters')
      .regex(/^\P{Cc}*$/u, 'Use letters, digits and signs only')
      .meta({ description: 'What the key is for, so that people can tell their keys apart.' }),
  })
  .meta({ description: 'A new API key.' })

const unixTime = z.number().int().meta({ description: 'Unix time in seconds.' })

/** A key as the API shows it: enough to tell it apart, never the key. */
export const apiKeySchema = z
  .object({
    id: z.string(),
    object: z.literal('api_key'),
    name: z.string(),
    prefix: z.string().meta({ description: 'The first characters of the key.' }),
    created_at: unixTime,
    last_used_at: unixTime.nullable().meta({ description: 'To the minute; null where it was never used.' }),
    created_by: z.string().meta({ description: 'The name of the person it speaks for.' }),
  })
  .meta({ description: 'A key that lets programs use the studio as the person who made it.' })
export type ApiKeyView = z.infer<typeof apiKeySchema>

export const newApiKeySchema = apiKeySchema
  .extend({ key: z.string().meta({ description: 'The key itself, shown this once.' }) })
  .meta({ description: 'A new API key, with the key itself.' })
export type NewApiKey = z.infer<typeof newApiKeySchema>

export const apiKeyListSchema = z
  .object({ object: z.literal('list'), data: z.array(apiKeySchema) })
  .meta({ description: 'The keys that work, newest first: one’s own, or the whole team’s for an owner.' })

export const revokedApiKeySchema = z
  .object({ id: z.string(), object: z.literal('api_key'), deleted: z.literal(true) })
  .meta({ description: 'A key that works no longer.' })
