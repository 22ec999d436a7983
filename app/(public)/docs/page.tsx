import type { Metadata } from 'next'
import { ApiDocumentation } from '@/components/docs/api-documentation'
import { env } from '@/lib/env'
import { openApiDocument } from '@/lib/openapi/document'

export const metadata: Metadata = {
  title: 'API',
  description: 'Making videos from programs: quick start, guide and reference.',
}

/** Made anew for each reader: the address and the limits are those of this studio. */
export const dynamic = 'force-dynamic'

export default function DocsPage() {
  return (
    <ApiDocumentation
      document={openApiDocument()}
      url={env.publicUrl}
      perMinute={env.rateLimitPerMinute}
      queue={env.queueLimit}
    />
  )
}
