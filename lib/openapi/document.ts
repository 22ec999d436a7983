import 'server-only'
import { env } from '@/lib/env'
import { componentSchemas } from './components'
import { HEADERS, operationOf } from './endpoint'
import { audioEndpoints } from './endpoints/audio'
import { batchEndpoints } from './endpoints/batches'
import { captionEndpoints } from './endpoints/captions'
import { discoveryEndpoints } from './endpoints/discovery'
import { keptVideoEndpoints } from './endpoints/kept-videos'
import { keyEndpoints } from './endpoints/keys'
import { linkEndpoints } from './endpoints/links'
import { madeFileEndpoints } from './endpoints/made-files'
import { newVideoEndpoints } from './endpoints/new-videos'
import { pronunciationEndpoints } from './endpoints/pronunciations'
import { videoFileEndpoints } from './endpoints/video-files'
import { webhookEndpoints } from './endpoints/webhooks'
import type { OpenApiDocument, PathItem } from './types'

const TAGS = [
  { name: 'Videos', description: 'Making videos, and what becomes of them.' },
  { name: 'Batches', description: 'Many videos of one portrait, from a table of lines.' },
  { name: 'Sharing', description: 'Links under which videos may be watched without an account.' },
  { name: 'Speech and voices', description: 'Sound without a picture, and voices of your own.' },
  { name: 'Webhooks', description: 'Being told when a video ends.' },
  { name: 'API keys', description: 'Access for programs.' },
  { name: 'Discovery', description: 'What there is.' },
]

const ENDPOINTS = [
  ...newVideoEndpoints,
  ...keptVideoEndpoints,
  ...videoFileEndpoints,
  ...captionEndpoints,
  ...madeFileEndpoints,
  ...batchEndpoints,
  ...linkEndpoints,
  ...audioEndpoints,
  ...pronunciationEndpoints,
  ...webhookEndpoints,
  ...keyEndpoints,
  ...discoveryEndpoints,
]

/** The whole API in OpenAPI 3.0.3: the contract of `POST /v1/videos` as it is, and everything this studio adds. */
export function openApiDocument(): OpenApiDocument {
  return {
    openapi: '3.0.3',
    info: {
      title: 'Avatar Studio API',
      description:
        'A portrait and some speech become a video. Programs written for the Boson API work unchanged; everything beyond it is additional.',
      version: '1.0.0',
      license: { name: 'MIT' },
    },
    servers: [{ url: env.publicUrl }],
    security: [{ bearerAuth: [] }],
    tags: TAGS,
    paths: paths(),
    components: {
      schemas: componentSchemas(),
      headers: HEADERS,
      securitySchemes: {
        bearerAuth: {
          type: 'http',
          scheme: 'bearer',
          description: 'Your Boson API key, sent as `Authorization: Bearer $BOSON_API_KEY`.',
        },
      },
    },
  }
}

function paths(): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {}
  for (const endpoint of ENDPOINTS) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) }
  }
  return paths
}
