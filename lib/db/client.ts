import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { type Prisma, PrismaClient } from './generated/client'

export type Database = PrismaClient
export type Transaction = Prisma.TransactionClient

/** Kept on `globalThis` so that Next's reloads in development do not open a pool each. */
const kept = globalThis as typeof globalThis & { avatarStudioDatabase?: PrismaClient }

/** The database of this process. Connects on first use; throws if `DATABASE_URL` is missing. */
export function database(): PrismaClient {
  kept.avatarStudioDatabase ??= connect()
  return kept.avatarStudioDatabase
}

function connect(): PrismaClient {
  if (!env.databaseUrl) {
    throw new Error(
      'DATABASE_URL is not set: start the studio with `npm start`, which brings its own PostgreSQL.',
    )
  }
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: env.databaseUrl, max: 10 }) })
}
