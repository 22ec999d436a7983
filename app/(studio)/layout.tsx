import type { ReactNode } from 'react'
import { QueryProvider } from '@/components/api/query-provider'
import { UndoDelete } from '@/components/bin/undo-delete'
import { SiteHeader } from '@/components/layout/site-header'
import { currentMember } from '@/lib/auth/session'

/** Each page sends a stranger to sign in, knowing where to come back to; the layout cannot know. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const member = await currentMember()
  return (
    <QueryProvider>
      {member && <SiteHeader name={member.name} />}
      {children}
      {member && <UndoDelete />}
    </QueryProvider>
  )
}
