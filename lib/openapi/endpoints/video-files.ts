import { z } from 'zod'
import { VARIANTS } from '@/lib/videos/media'
import { BINARY, type Endpoint } from '../endpoint'
import type { Content } from '../types'
import { ENDINGS } from './video-answers'

const tag = 'Videos'

const CONTENT_TYPES = [
  'video/mp4',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'audio/mp4',
  'text/vtt',
  'application/x-subrip',
]
const FILE: Content = Object.fromEntries(CONTENT_TYPES.map((type) => [type, { schema: BINARY }]))

const contentQuerySchema = z.object({
  variant: z.enum(VARIANTS).default('video').meta({
    description:
      '`thumbnail` is a small picture, `poster` the first frame, `portrait` the picture as it was sent, `audio` the sound alone, `gif` the video as a moving picture without sound, `captioned` the video with its captions in the pictures, `previews` small pictures of it on one sheet and `previews.vtt` where each lies, the captions WebVTT or SubRip. Audio, GIF, captioned video, previews and thumbnail are made when first asked for.',
  }),
  download: z.enum(['1']).optional().meta({
    description: 'Asks browsers to save the file under the video’s title.',
  }),
})

const live: Endpoint = {
  method: 'get',
  path: '/v1/videos/{video_id}/live',
  operationId: 'watchVideo',
  tag,
  summary: 'Watch a video while it is made',
  description:
    'The video from its beginning: as a live fragmented MP4 while it is made and for a few minutes after, as the finished file later, and where its maker shows nothing before the end.',
  answers: {
    200: {
      description:
        'The video, as it is made. It breaks off where the video fails; one that failed before there was anything to see is answered with its error.',
      content: { 'video/mp4': { schema: BINARY } },
    },
  },
  errors: ['not_found', ...ENDINGS],
}

const content: Endpoint = {
  method: 'get',
  path: '/v1/videos/{video_id}/content',
  operationId: 'downloadVideoContent',
  tag,
  summary: 'Download a video, or what belongs to it',
  description:
    'The bytes of a file. Ranges, conditional requests and `HEAD` are answered. Except for the portrait, nothing is there until the video is `completed`; a video that speaks a recording has no captions.',
  query: contentQuerySchema,
  answers: {
    200: { description: 'The file.', content: FILE },
    206: { description: 'The range asked for.', content: FILE },
    304: { description: 'It is what `If-None-Match` names.' },
    416: { description: 'The range lies beyond the end of the file.' },
  },
  errors: ['not_found', 'invalid_variant'],
  uncounted: true,
}

/** A video's bytes: while it is made, and afterwards. */
export const videoFileEndpoints: Endpoint[] = [live, content]
