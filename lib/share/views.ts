import 'server-only'
import { memberOfSession } from '@/lib/auth/member'
import { SESSION_COOKIE } from '@/lib/auth/options'
import { createRateLimit } from '@/lib/http/rate-limit'
import { digest } from './digest'
import type { OpenLink } from './gate'
import type { Trace, Visitor } from './visitor'
import { recordVisit, today } from './visits'

/** An address that makes up browsers counts for so many viewers of a link at most. */
const fromOneAddress = createRateLimit('link-views', { points: 30, seconds: 60 * 60 })

/**
 * Counts a viewer, once a day; members of the video's team are not counted. Views are of interest, not proof: who makes up
 * addresses and browsers can raise them.
 */
export async function countView(link: OpenLink, visitor: Visitor, trace: Trace): Promise<void> {
  const member = await memberOfSession(visitor.cookie(SESSION_COOKIE))
  if (member?.teamId === link.video.teamId) return
  const day = today()
  const hashed = (...parts: string[]) => digest('viewer', day.toISOString(), link.id, ...parts)
  const { allowed } = await fromOneAddress.spend(hashed(trace.address))
  if (allowed) await recordVisit(link.id, day, hashed(trace.address, trace.browser))
}
