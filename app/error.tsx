'use client'

import { Broken } from '@/components/layout/broken'

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Broken error={error} onRetry={retry} />
}
