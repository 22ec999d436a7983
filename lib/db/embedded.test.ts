import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded'

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('waits for one that was killed and is still dying', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'embedded-'))
  let postgres = await startEmbeddedPostgres(directory)
  try {
    const lock = path.join(directory, 'postgres/postmaster.pid')
    process.kill(Number.parseInt(readFileSync(lock, 'utf8'), 10), 'SIGKILL')
    // The process a lock file names lives on as a zombie until somebody reaps it: any that
    // ends soon will do, as long as it belongs to the account PostgreSQL runs as.
    const dying = spawn('sleep', ['1'], { uid: process.getuid?.() === 0 ? 65534 : undefined })
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(dying.pid)))
    postgres = await startEmbeddedPostgres(directory)
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}, 60_000)

it('starts again at once after it was killed, with everything that was acknowledged', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'embedded-'))
  let postgres = await startEmbeddedPostgres(directory)
  try {
    await query(postgres.url, 'create table kept (n int)')
    for (let round = 1; round <= 4; round++) {
      await query(postgres.url, `insert into kept values (${round})`)
      const busy = new Client({ connectionString: postgres.url })
      busy.on('error', () => {})
      await busy.connect()
      const sleeping = busy.query('select pg_sleep(30)').catch(() => {})
      const pid = Number.parseInt(readFileSync(path.join(directory, 'postgres/postmaster.pid'), 'utf8'), 10)
      process.kill(pid, 'SIGKILL')
      postgres = await startEmbeddedPostgres(directory)
      await sleeping
      expect(await query(postgres.url, 'select count(*)::int as n from kept')).toEqual([{ n: round }])
    }
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}, 60_000)
