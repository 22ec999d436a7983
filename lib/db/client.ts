import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { type Prisma, PrismaClient } from './generated/client'

export type Database = PrismaClient
export type Transaction = Prisma.TransactionClient

type Connection = { client: PrismaClient; pool: Pool }

/** Kept on `globalThis` so that Next's reloads in development do not open a pool each. */
const kept = globalThis as typeof globalThis & { avatarStudioConnection?: Connection }

/** The database of this process. Connects on first use; throws if `DATABASE_URL` is missing. */
export function database(): PrismaClient {
  return connection().client
}

/** The connections beneath `database()`, for libraries that bring SQL of their own. */
export function databasePool(): Pool {
  return connection().pool
}

/** Makes `url` the database of this process, for programs that start their own. */
export function connectDatabase(url: string): PrismaClient {
  return connect(url).client
}

function connection(): Connection {
  if (kept.avatarStudioConnection) return kept.avatarStudioConnection
  if (!env.databaseUrl) {
    throw new Error(
      'DATABASE_URL is not set: start the studio with `npm start`, which brings its own PostgreSQL.',
    )
  }
  return connect(env.databaseUrl)
}

function connect(url: string): Connection {
  // Prisma writes moments without a zone, meaning UTC; PostgreSQL would take them for its own zone's.
  const pool = new Pool({ connectionString: url, max: 10, options: '-c TimeZone=UTC' })
  // Only its words: the error carries the whole client.
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'an idle database connection was lost'))
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
  kept.avatarStudioConnection = { client, pool }
  return kept.avatarStudioConnection
}
