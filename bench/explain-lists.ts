import { listVideosSchema } from '@/lib/boson/requests'
import { connectDatabase, databasePool } from '@/lib/db/client'
import { watchPlans } from '@/lib/testing/watch-plans'
import { listVideos } from '@/lib/videos/data'
import { listFolders, listTags } from '@/lib/videos/filing'

/** Of the last time, when everything is warm. */
const TIMES = 3

/** Every query of the gallery's lists as PostgreSQL ran it, in a studio's database with so many videos. */
export async function explainLists(url: string, count: number): Promise<void> {
  const database = connectDatabase(url)
  const plans = await watchPlans(url, databasePool())
  const { teamId, userId } = await database.membership.findFirstOrThrow({ orderBy: { createdAt: 'asc' } })
  const list = (query: Record<string, string>) => () =>
    listVideos({ teamId, userId }, listVideosSchema.parse({ limit: '48', versions: 'together', ...query }))
  const { id } = await database.user.findFirstOrThrow({ where: { email: 'grace@example.com' } })
  const week = String(Math.floor(Date.now() / 1000) - 7 * 86_400)
  const asked: [string, () => Promise<unknown>][] = [
    ['the newest', list({})],
    ['searched, many found', list({ q: 'thanks' })],
    ['searched, one found', list({ q: `Sentence number ${count - 5} ` })],
    ['searched, none found', list({ q: 'nowhere to be found' })],
    ['two letters, none found', list({ q: 'qz' })],
    ['by who made them', list({ created_by: id })],
    ['of the last week', list({ created_after: week })],
    ['by state, none', list({ status: 'failed' })],
    ['by shape and engine', list({ size: '480x640', provider: 'boson' })],
    ['by tag, none', list({ tag: 'launch' })],
    ['by folder, none', list({ folder: 'Customers' })],
    ['in the bin, none', list({ deleted: 'true' })],
    ['how many of each tag', () => listTags(teamId)],
    ['how many in each folder', () => listFolders(teamId)],
  ]
  for (const [what, ask] of asked) {
    for (let time = 0; time < TIMES; time++) {
      plans.length = 0
      await ask()
    }
    const sum = plans.reduce((all, { milliseconds }) => all + milliseconds, 0)
    console.log(`  ${what}: ${sum.toFixed(1)} ms in ${plans.length} queries`)
    for (const { steps } of plans) console.log(steps.replace(/^/gm, '      '))
  }
  await database.$disconnect()
}
