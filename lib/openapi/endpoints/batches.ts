import { listBatchesSchema } from '@/lib/batches/schema'
import { BINARY, type Endpoint, jsonAnswer, jsonContent } from '../endpoint'
import type { Schema } from '../types'

const tag = 'Batches'
const ONE = '/v1/batches/{batch_id}'

const FORM: Schema = {
  type: 'object',
  required: ['ref_image', 'rows'],
  properties: {
    ref_image: {
      ...BINARY,
      description: 'The portrait, a PNG, JPEG or WebP file, or an http(s) URL string.',
    },
    rows: { type: 'string', description: 'A JSON string of the list of rows.' },
    voice: { type: 'string', default: 'default' },
    title: { type: 'string' },
    size: { type: 'string', default: '640x640' },
    crop: { type: 'string', description: 'A JSON string of the part of the portrait to show.' },
    face: { type: 'string', description: 'A JSON string of a point on the face that speaks.' },
  },
}

const DETAIL = { 200: jsonAnswer('The batch with its rows.', 'BatchDetail') }

export const batchEndpoints: Endpoint[] = [
  {
    method: 'post',
    path: '/v1/batches',
    operationId: 'createBatch',
    tag,
    summary: 'Create many videos of one portrait',
    description:
      'One video for each of up to 500 rows. All rows are checked before anything exists; what one of them is refused for names the row. The studio keeps the batch and makes its videos a few at a time, so that other videos go in between and no limit of the queue is met; a restart loses nothing. Poll `GET /v1/batches/{batch_id}`.',
    body: { content: { ...jsonContent('CreateBatchRequest'), 'multipart/form-data': { schema: FORM } } },
    answers: DETAIL,
    errors: [
      'invalid_image_format',
      'invalid_size',
      'audio_too_long',
      'empty_input',
      'input_too_long',
      'invalid_url',
      'unknown_voice',
      'payload_too_large',
    ],
    idempotent: true,
  },
  {
    method: 'get',
    path: '/v1/batches',
    operationId: 'listBatches',
    tag,
    summary: 'List batches',
    description: 'The batches of your team without their rows, newest first, a page at a time.',
    query: listBatchesSchema,
    answers: { 200: jsonAnswer('A page of batches.', 'BatchList') },
    errors: ['not_found'],
  },
  {
    method: 'get',
    path: ONE,
    operationId: 'retrieveBatch',
    tag,
    summary: 'Retrieve a batch',
    description: 'How far it is, with every row. Ask until `status` is `ended`.',
    answers: DETAIL,
    errors: ['not_found'],
  },
  {
    method: 'get',
    path: `${ONE}/content`,
    operationId: 'downloadBatchContent',
    tag,
    summary: 'Download the videos of a batch',
    description:
      'Those that are finished, as one ZIP. Each file is called by the number of its row and its title. `HEAD` tells how large it is; ranges are not served.',
    answers: { 200: { description: 'The ZIP.', content: { 'application/zip': { schema: BINARY } } } },
    errors: ['not_found'],
    uncounted: true,
  },
  {
    method: 'post',
    path: `${ONE}/cancel`,
    operationId: 'cancelBatch',
    tag,
    summary: 'Cancel what is left of a batch',
    description: 'Rows that wait are not made, and videos under way are cancelled. Finished videos stay.',
    answers: DETAIL,
    errors: ['not_found', 'conflict'],
  },
  {
    method: 'post',
    path: `${ONE}/retry`,
    operationId: 'retryBatch',
    tag,
    summary: 'Try again what of a batch was not made',
    description:
      'Rows that failed, were cancelled or never came to be made wait again, with the inputs they have. Rows whose video was deleted stay as they are.',
    answers: DETAIL,
    errors: ['not_found', 'conflict'],
  },
  {
    method: 'delete',
    path: ONE,
    operationId: 'deleteBatch',
    tag,
    summary: 'Forget a batch',
    description: 'Rows that wait are not made any more. Its videos stay, also those under way.',
    answers: { 200: jsonAnswer('It is gone.', 'DeletedBatch') },
    errors: ['not_found'],
  },
]
