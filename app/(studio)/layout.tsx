import type { ReactNode } from 'react'
import { QueryProvider } from '@/components/api/query-provider'
import { SiteHeader } from '@/components/layout/site-header'
import { requireMember } from '@/lib/auth/session'

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const member = await requireMember()
  return (
    <QueryProvider>
      <SiteHeader name={member.name} />
      {children}
    </QueryProvider>
  )
}
