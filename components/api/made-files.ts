import type { MadeFile } from './made-file-schema'
import { request } from './request'

const asMadeFile = async () => (await import('./made-file-schema')).madeFileSchema

/** Files of a video that take a while to make. */
export type MadeVariant = 'gif' | 'captioned'

const path = (id: string, variant: MadeVariant) => `/v1/videos/${encodeURIComponent(id)}/files/${variant}`

export function getMadeFile(id: string, variant: MadeVariant): Promise<MadeFile> {
  return request(path(id, variant), asMadeFile)
}

/** Begins to make it, where nobody has. */
export function makeFile(id: string, variant: MadeVariant): Promise<MadeFile> {
  return request(path(id, variant), asMadeFile, { method: 'POST' })
}

export function stopFile(id: string, variant: MadeVariant): Promise<MadeFile> {
  return request(path(id, variant), asMadeFile, { method: 'DELETE' })
}
