import { Client, type Pool } from 'pg'

const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  client_min_messages: 'log',
}

/** A query as PostgreSQL ran it: which steps it took, and how long each. */
export type Plan = { query: string; milliseconds: number; steps: string }

const TOLD =
  /^duration: ([\d.]+) ms {2}plan:\nQuery Text:\s*([\s\S]+?)\n(?:Query Parameters: .*\n)?(.* {2}\(cost=[\s\S]*)$/

/**
 * Keeps the plans of all queries over a pool's connections, from now on; those it has open tell nothing. `settings` of
 * the planner make it choose in a small table as it would in a large one.
 */
export async function watchPlans(
  url: string,
  pool: Pool,
  settings: Record<string, string> = {},
): Promise<Plan[]> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  await owner.query("load 'auto_explain'")
  const database = owner.escapeIdentifier(owner.database ?? '')
  for (const [name, value] of Object.entries({ ...SETTINGS, ...settings }))
    await owner.query(`alter database ${database} set ${name} = '${value}'`)
  await owner.end()
  const plans: Plan[] = []
  pool.on('connect', (client) =>
    client.on('notice', ({ message = '' }) => {
      const [, duration, query, steps] = TOLD.exec(message) ?? []
      if (query && steps) plans.push({ query, milliseconds: Number(duration), steps })
    }),
  )
  return plans
}
