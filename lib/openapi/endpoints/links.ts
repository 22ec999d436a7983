import { listLinksSchema } from '@/lib/share/schema'
import { type Endpoint, jsonAnswer, jsonContent } from '../endpoint'

const tag = 'Sharing'
const ONE = '/v1/videos/{video_id}/links/{link_id}'

export const linkEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: '/v1/videos/{video_id}/links',
    operationId: 'listLinks',
    tag,
    summary: 'List the links of a video',
    description: 'Newest first, revoked ones too.',
    answers: { 200: jsonAnswer('The links.', 'LinkList') },
    errors: ['not_found'],
  },
  {
    method: 'post',
    path: '/v1/videos/{video_id}/links',
    operationId: 'createLink',
    tag,
    summary: 'Share a video by a link',
    description:
      'A new address under which this video may be watched, until it is revoked or its time is over. Without a body, by anybody. A video has at most 100 links. One that is not finished yet is shown while it is made, where whoever makes it hands out its pictures.',
    body: { content: jsonContent('CreateLinkRequest'), required: false },
    answers: { 200: jsonAnswer('The link.', 'Link') },
    errors: ['not_found', 'conflict', 'payload_too_large'],
  },
  {
    method: 'patch',
    path: ONE,
    operationId: 'updateLink',
    tag,
    summary: 'Change a link',
    description: 'What is left out stays as it is. Changes hold from the next request of a viewer on.',
    body: { content: jsonContent('UpdateLinkRequest') },
    answers: { 200: jsonAnswer('The link as it is now.', 'Link') },
    errors: ['not_found', 'payload_too_large'],
  },
  {
    method: 'delete',
    path: ONE,
    operationId: 'revokeLink',
    tag,
    summary: 'Revoke a link',
    description: 'From now on nothing is shown under the address. Revoking twice is fine.',
    answers: { 200: jsonAnswer('The link, revoked.', 'Link') },
    errors: ['not_found'],
  },
  {
    method: 'post',
    path: `${ONE}/rotate`,
    operationId: 'rotateLink',
    tag,
    summary: 'Give a link a new address',
    description:
      'The old address leads nowhere from now on; name, settings and views stay. Whoever gave the password is asked again.',
    answers: { 200: jsonAnswer('The link with its new address.', 'Link') },
    errors: ['not_found'],
  },
  {
    method: 'get',
    path: '/v1/links',
    operationId: 'listTeamLinks',
    tag,
    summary: 'List all links of the team',
    description: 'Newest first.',
    query: listLinksSchema,
    answers: { 200: jsonAnswer('A page of links.', 'TeamLinkList') },
  },
  {
    method: 'delete',
    path: '/v1/links',
    operationId: 'revokeTeamLinks',
    tag,
    summary: 'Revoke all links of the team',
    description: 'Nothing of the team is shown to strangers from now on, until new links are made.',
    answers: { 200: jsonAnswer('How many that were.', 'RevokedLinks') },
  },
]
