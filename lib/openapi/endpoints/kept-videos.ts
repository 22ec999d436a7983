import { deleteVideoSchema, listVideosSchema } from '@/lib/boson/requests'
import { type Endpoint, jsonAnswer, jsonContent } from '../endpoint'
import { VIDEO_ANSWER } from './video-answers'

const tag = 'Videos'

/** Finding, naming, filing and deleting what was made. */
export const keptVideoEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: '/v1/videos',
    operationId: 'listVideos',
    tag,
    summary: 'List videos',
    description: 'The videos of your team, a page at a time.',
    query: listVideosSchema,
    answers: { 200: jsonAnswer('A page of videos.', 'VideoList') },
    errors: ['not_found'],
  },
  {
    method: 'get',
    path: '/v1/videos/{video_id}',
    operationId: 'retrieveVideo',
    tag,
    summary: 'Retrieve a video',
    description: 'Ask until `status` is `completed` or `failed`.',
    answers: VIDEO_ANSWER,
    errors: ['not_found'],
  },
  {
    method: 'get',
    path: '/v1/videos/{video_id}/versions',
    operationId: 'listVersions',
    tag,
    summary: 'List the versions of a video',
    description:
      'The video and all others that came of it or that it came of by changing something, the newest first, each with what is different from the one it was made from. At most the newest 100.',
    answers: { 200: jsonAnswer('The versions.', 'VersionList') },
    errors: ['not_found'],
  },
  {
    method: 'patch',
    path: '/v1/videos/{video_id}',
    operationId: 'renameVideo',
    tag,
    summary: 'Rename a video, or file it',
    description: 'Gives it another title, other tags, or another folder.',
    body: { content: jsonContent('RenameVideoRequest') },
    answers: VIDEO_ANSWER,
    errors: ['not_found', 'payload_too_large'],
  },
  {
    method: 'patch',
    path: '/v1/videos',
    operationId: 'updateVideos',
    tag,
    summary: 'File, delete or restore many videos',
    description:
      'Adds tags to videos or takes them off, puts them into a folder, into the bin, or out of it: all of them or none.',
    body: { content: jsonContent('UpdateVideosRequest') },
    answers: { 200: jsonAnswer('The videos there are, as they are now.', 'UpdatedVideos') },
    errors: ['payload_too_large'],
  },
  {
    method: 'get',
    path: '/v1/tags',
    operationId: 'listTags',
    tag,
    summary: 'List tags',
    description: 'The tags your team’s videos have.',
    answers: { 200: jsonAnswer('In the order of the alphabet.', 'LabelList') },
  },
  {
    method: 'get',
    path: '/v1/folders',
    operationId: 'listFolders',
    tag,
    summary: 'List folders',
    description: 'The folders your team’s videos lie in. A folder is there while something is in it.',
    answers: { 200: jsonAnswer('In the order of the alphabet.', 'LabelList') },
  },
  {
    method: 'delete',
    path: '/v1/videos/{video_id}',
    operationId: 'deleteVideo',
    tag,
    summary: 'Delete a video',
    description:
      'Puts the video into the bin: lists, links and files leave it out from now on, and one that is still being made stops. After 30 days it is removed with its links, its files, and those inputs that no other video uses.',
    query: deleteVideoSchema,
    answers: { 200: jsonAnswer('It is gone.', 'DeletedVideo') },
    errors: ['not_found'],
  },
  {
    method: 'post',
    path: '/v1/videos/{video_id}/restore',
    operationId: 'restoreVideo',
    tag,
    summary: 'Restore a deleted video',
    description:
      'Takes a video out of the bin. Its links work again; one that was stopped by the deletion can be tried again.',
    answers: VIDEO_ANSWER,
    errors: ['not_found'],
  },
]
