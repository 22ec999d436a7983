import { checkHealth } from '@/lib/health'

export const dynamic = 'force-dynamic'

/** 200 once web, database and worker are up, else 503; says which is not. */
export async function GET(): Promise<Response> {
  const health = await checkHealth()
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
