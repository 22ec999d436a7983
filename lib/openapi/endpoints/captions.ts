import { type Endpoint, jsonAnswer, jsonContent } from '../endpoint'

const tag = 'Videos'
const PATH = '/v1/videos/{video_id}/captions'

export const captionEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: PATH,
    operationId: 'retrieveCaptions',
    tag,
    summary: 'Retrieve the captions of a video',
    description:
      'What is shown under a finished video: what somebody wrote, else its script with the times of its words. A recording has none until somebody writes them. As files they are the variants `captions.vtt` and `captions.srt`.',
    answers: { 200: jsonAnswer('The captions.', 'Captions') },
    errors: ['not_found', 'conflict'],
  },
  {
    method: 'put',
    path: PATH,
    operationId: 'replaceCaptions',
    tag,
    summary: 'Write the captions of a video',
    description:
      'Takes the place of all captions there are, everywhere they are shown. They must be in order, not overlap and end with the video. An empty list means no captions.',
    body: { content: jsonContent('PutCaptionsRequest') },
    answers: { 200: jsonAnswer('The captions as they are now.', 'Captions') },
    errors: ['not_found', 'conflict', 'payload_too_large'],
  },
  {
    method: 'delete',
    path: PATH,
    operationId: 'resetCaptions',
    tag,
    summary: 'Take captions back to the script',
    description: 'Forgets what was written. Doing it twice is fine.',
    answers: { 200: jsonAnswer('The captions as the script gives them.', 'Captions') },
    errors: ['not_found', 'conflict'],
  },
]
