import { type Endpoint, jsonAnswer } from '../endpoint'

const tag = 'Videos'
const PATH = '/v1/videos/{video_id}/files/{variant}'
const errors: Endpoint['errors'] = ['not_found', 'invalid_variant']

/** Files that take a while to make: asking for their bytes makes them too, but tells nothing meanwhile. */
export const madeFileEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: PATH,
    operationId: 'retrieveMadeFile',
    tag,
    summary: 'See how far a file is',
    description:
      'Whether a `gif`, or the video with captions in its pictures (`captioned`), is there. Once it is, its bytes are that variant of `/content`.',
    answers: { 200: jsonAnswer('The file.', 'MadeFile') },
    errors,
  },
  {
    method: 'post',
    path: PATH,
    operationId: 'makeFile',
    tag,
    summary: 'Make a file of a video',
    description: 'Begins to make it, where that is not done or under way; ask until `status` is `ready`.',
    answers: { 200: jsonAnswer('The file.', 'MadeFile') },
    errors,
  },
  {
    method: 'delete',
    path: PATH,
    operationId: 'stopFile',
    tag,
    summary: 'Stop making a file',
    description: 'Stops it for everybody who waits for it. A file that is there stays.',
    answers: { 200: jsonAnswer('The file.', 'MadeFile') },
    errors,
  },
]
