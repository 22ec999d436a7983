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
  if (!kept.avatarStudioDatabase) {
    if (!env.databaseUrl) {
      throw new Error(
        'DATABASE_URL is not set: start the studio with `npm start`, which brings its own PostgreSQL.',
      )
    }
    return connectDatabase(env.databaseUrl)
  }
  return kept.avatarStudioDatabase
}

/** Makes `url` the database of this process, for programs that start their own. */
export function connectDatabase(url: string): PrismaClient {
  kept.avatarStudioDatabase = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) })
  return kept.avatarStudioDatabase
}
