import type { BatchDetail, BatchList } from '@/lib/batches/schema'
import type { Size } from '@/lib/boson/limits'
import { request } from './request'

const asBatchDetail = async () => (await import('@/lib/batches/schema')).batchDetailSchema

export type BatchInputs = {
  portrait: File
  /** What to call the batch; where it is empty, as its first row. */
  title: string
  size: Size
  voice: string
  rows: { title?: string; input: string; voice?: string }[]
}

const path = (id: string, rest = '') => `/v1/batches/${encodeURIComponent(id)}${rest}`

/** Asks for many videos of one portrait. The same `key` again makes no second batch. */
export function createBatch(
  { portrait, title, size, voice, rows }: BatchInputs,
  key: string,
): Promise<BatchDetail> {
  const form = new FormData()
  form.set('ref_image', portrait)
  form.set('title', title)
  form.set('size', size)
  form.set('voice', voice)
  form.set('rows', JSON.stringify(rows))
  const init = { method: 'POST', body: form, headers: { 'idempotency-key': key } }
  return request('/v1/batches', asBatchDetail, init)
}

/** A page of the team's batches, newest first: those after the one with the id `after`. */
export function listBatches(after: string | null, signal?: AbortSignal): Promise<BatchList> {
  const query = after === null ? '' : `?after=${encodeURIComponent(after)}`
  const reader = async () => (await import('@/lib/batches/schema')).batchListSchema
  return request(`/v1/batches${query}`, reader, { signal })
}

export function getBatch(id: string, signal?: AbortSignal): Promise<BatchDetail> {
  return request(path(id), asBatchDetail, { signal })
}

export function cancelBatch(id: string): Promise<BatchDetail> {
  return request(path(id, '/cancel'), asBatchDetail, { method: 'POST' })
}

export function retryBatch(id: string): Promise<BatchDetail> {
  return request(path(id, '/retry'), asBatchDetail, { method: 'POST' })
}

/** Where the finished videos lie as one ZIP. */
export function batchContentUrl(id: string): string {
  return path(id, '/content')
}
