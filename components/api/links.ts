import type { CreateLink, Link, TeamLinkList, UpdateLink } from '@/lib/share/schema'
import { json, request } from './request'

const schemas = () => import('@/lib/share/schema')
const asLinkList = async () => (await schemas()).linkListSchema
const asLink = async () => (await schemas()).linkSchema
const asRevokedLinks = async () => (await schemas()).revokedLinksSchema
const asTeamLinkList = async () => (await schemas()).teamLinkListSchema

const path = (videoId: string, rest = '') => `/v1/videos/${encodeURIComponent(videoId)}/links${rest}`
const one = ({ video_id, id }: Link, rest = '') => path(video_id, `/${encodeURIComponent(id)}${rest}`)

/** All links of a video, newest first. */
export async function listLinks(videoId: string, signal?: AbortSignal): Promise<Link[]> {
  return (await request(path(videoId), asLinkList, { signal })).data
}

/** A page of the team's links, newest first; `after` is the `last_id` of the page before. */
export function listTeamLinks(after: string | null, signal?: AbortSignal): Promise<TeamLinkList> {
  const query = new URLSearchParams({ limit: '50', ...(after && { after }) })
  return request(`/v1/links?${query}`, asTeamLinkList, { signal })
}

export function createLink(videoId: string, settings: CreateLink = {}): Promise<Link> {
  return request(path(videoId), asLink, json('POST', settings))
}

export function updateLink(link: Link, changes: UpdateLink): Promise<Link> {
  return request(one(link), asLink, json('PATCH', changes))
}

export function rotateLink(link: Link): Promise<Link> {
  return request(one(link, '/rotate'), asLink, { method: 'POST' })
}

export function revokeTeamLinks(): Promise<{ revoked: number }> {
  return request('/v1/links', asRevokedLinks, { method: 'DELETE' })
}
