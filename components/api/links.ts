import {
  type CreateLink,
  type Link,
  linkListSchema,
  linkSchema,
  revokedLinksSchema,
  type TeamLinkList,
  teamLinkListSchema,
  type UpdateLink,
} from '@/lib/share/schema'
import { json, request } from './request'

const path = (videoId: string, rest = '') => `/v1/videos/${encodeURIComponent(videoId)}/links${rest}`
const one = ({ video_id, id }: Link, rest = '') => path(video_id, `/${encodeURIComponent(id)}${rest}`)

/** All links of a video, newest first. */
export async function listLinks(videoId: string, signal?: AbortSignal): Promise<Link[]> {
  return (await request(path(videoId), linkListSchema, { signal })).data
}

/** A page of the team's links, newest first; `after` is the `last_id` of the page before. */
export function listTeamLinks(after: string | null, signal?: AbortSignal): Promise<TeamLinkList> {
  const query = new URLSearchParams({ limit: '50', ...(after && { after }) })
  return request(`/v1/links?${query}`, teamLinkListSchema, { signal })
}

export function createLink(videoId: string, settings: CreateLink = {}): Promise<Link> {
  return request(path(videoId), linkSchema, json('POST', settings))
}

export function updateLink(link: Link, changes: UpdateLink): Promise<Link> {
  return request(one(link), linkSchema, json('PATCH', changes))
}

export function rotateLink(link: Link): Promise<Link> {
  return request(one(link, '/rotate'), linkSchema, { method: 'POST' })
}

export function revokeTeamLinks(): Promise<{ revoked: number }> {
  return request('/v1/links', revokedLinksSchema, { method: 'DELETE' })
}
