import { z } from 'zod'

export const MAX_LINKS = 100

const unixTime = z.number().int().meta({ description: 'Unix time in seconds.' })

const nameSchema = z
  .string()
  .trim()
  .max(80, 'Use at most 80 characters')
  .meta({ description: 'For the team only, such as whom it was given to.' })

const expirySchema = z
  .number()
  .int()
  .max(253_402_300_799, 'It lies beyond the year 9999')
  .nullable()
  .meta({ description: 'When it stops working, a Unix time in seconds; null for never.' })

const linkPasswordSchema = z
  .string()
  .min(6, 'Use at least 6 characters')
  .max(200, 'Use at most 200 characters')
  .nullable()
  .meta({ description: 'Whoever opens the link is asked for it. Null for none. It is never shown again.' })

const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]$/, 'Write a domain such as example.org')

const domainsSchema = z
  .array(domainSchema)
  .max(20, 'Name at most 20 domains')
  .transform((domains) => [...new Set(domains)])
  .meta({
    description:
      'Where there are any, only people who are signed in to this studio with an e-mail address at one of these domains may watch.',
  })

const settings = {
  name: nameSchema,
  expires_at: expirySchema,
  password: linkPasswordSchema,
  allowed_domains: domainsSchema,
  downloads: z.boolean().meta({ description: 'Whether viewers may save the files.' }),
  comments: z.boolean().meta({ description: 'Whether viewers may comment on moments of the video.' }),
}

/** Body of `POST /v1/videos/{id}/links`, which may also come without one. */
export const createLinkSchema = z
  .strictObject(settings)
  .partial()
  .meta({ description: 'A new link. What is left out is: no name, no end, no password, open to anybody.' })
export type CreateLink = z.infer<typeof createLinkSchema>

/** Body of `PATCH /v1/videos/{id}/links/{id}`: what is left out stays as it is. */
export const updateLinkSchema = z
  .strictObject({
    ...settings,
    revoked: z.boolean().meta({ description: 'True stops it at once; false lets it work again.' }),
  })
  .partial()
  .meta({ description: 'Changes to a link.' })
export type UpdateLink = z.infer<typeof updateLinkSchema>

export const LINK_STATES = ['open', 'expired', 'revoked'] as const

/** A link as the API shows it. */
export const linkSchema = z
  .object({
    id: z.string(),
    url: z.string().meta({ description: 'Address of the page with the video.' }),
    video_id: z.string(),
    video_title: z.string(),
    name: z.string(),
    state: z.enum(LINK_STATES).meta({ description: 'Whether it works.' }),
    created_at: unixTime,
    created_by: z.string().meta({ description: 'The name of whoever made it.' }),
    revoked_at: z.number().int().nullable().meta({ description: 'When it was revoked, if it has been.' }),
    expires_at: unixTime.nullable(),
    has_password: z.boolean(),
    allowed_domains: z.array(z.string()),
    downloads: z.boolean(),
    comments: z.boolean(),
    views: z.number().int().meta({
      description:
        'Viewers who saw 5 s or three quarters of it, each once a day; the team itself not counted.',
    }),
    last_viewed_at: unixTime.nullable(),
  })
  .meta({ description: 'An address under which a video may be watched.' })
export type Link = z.infer<typeof linkSchema>

export const linkListSchema = z.object({ object: z.literal('list'), data: z.array(linkSchema) })

export const teamLinkListSchema = linkListSchema
  .extend({ has_more: z.boolean(), last_id: z.string().nullable() })
  .meta({ description: 'Links of a team, newest first.' })
export type TeamLinkList = z.infer<typeof teamLinkListSchema>

/** Query of `GET /v1/links`. */
export const listLinksSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.uuid().optional().meta({ description: 'The last_id of the page before.' }),
  state: z.enum(LINK_STATES).optional(),
})
export type ListLinks = z.infer<typeof listLinksSchema>

export const revokedLinksSchema = z
  .object({ object: z.literal('list.revoked'), revoked: z.number().int() })
  .meta({ description: 'How many links stopped working.' })
