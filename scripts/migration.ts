/**
 * Authors migrations and checks them for drift without Prisma's native schema engine:
 * `npm run migration -- new NAME` writes what the schema has more than the migrations; `-- check` fails if they differ.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const DIRECTORY = 'prisma/migrations'
const SCHEMA = 'prisma/schema.prisma'
const NO_FILTERS = { externalTables: [], externalEnums: [] }

function loadEngine(): void {
  const require = createRequire(import.meta.url)
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

function migrationsList() {
  const lock = path.join(DIRECTORY, 'migration_lock.toml')
  const names = existsSync(DIRECTORY)
    ? readdirSync(DIRECTORY, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      )
    : []
  return {
    baseDir: DIRECTORY,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => {
      const value = readFileSync(path.join(DIRECTORY, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
    }),
  }
}

/** The SQL that takes a database with all migrations applied to the schema; null when they agree. */
async function drift(): Promise<string | null> {
  loadEngine()
  const shadow = await PGlite.create({ extensions: { pg_trgm } })
  const files = [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }]
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(shadow))
  const session = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, factory)
  try {
    const list = migrationsList()
    if (list.migrationDirectories.length)
      await session.applyMigrations({ migrationsList: list, filters: NO_FILTERS })
    const from = { tag: 'schemaDatasource' as const, files, configDir: 'prisma' }
    const diff = await session.diff({
      from,
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    })
    return diff.exitCode === 0 ? null : diff.stdout
  } finally {
    session.free()
    await shadow.close()
  }
}

const [command, name] = process.argv.slice(2)
const sql = await drift()
if (command === 'check') {
  console.log(
    sql === null ? 'The migrations and the schema agree.' : `The schema has what no migration makes:\n${sql}`,
  )
  process.exitCode = sql === null ? 0 : 1
} else if (command === 'new' && name && sql) {
  const folder = path.join(DIRECTORY, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), sql)
  writeFileSync(path.join(DIRECTORY, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Wrote ${folder}`)
} else {
  console.log(
    sql
      ? 'Usage: npm run migration -- new NAME | check'
      : 'Nothing to do: the migrations and the schema agree.',
  )
}
