import { z } from 'zod'
import { request } from './request'

const madeFileSchema = z.object({
  status: z.enum(['absent', 'making', 'ready']),
  progress: z.number().nullable(),
})
type MadeFile = z.infer<typeof madeFileSchema>

/** Files of a video that take a while to make. */
export type MadeVariant = 'gif' | 'captioned'

const path = (id: string, variant: MadeVariant) => `/v1/videos/${encodeURIComponent(id)}/files/${variant}`

export function getMadeFile(id: string, variant: MadeVariant): Promise<MadeFile> {
  return request(path(id, variant), madeFileSchema)
}

/** Begins to make it, where nobody has. */
export function makeFile(id: string, variant: MadeVariant): Promise<MadeFile> {
  return request(path(id, variant), madeFileSchema, { method: 'POST' })
}

export function stopFile(id: string, variant: MadeVariant): Promise<MadeFile> {
  return request(path(id, variant), madeFileSchema, { method: 'DELETE' })
}
