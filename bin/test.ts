/** `npm test`: every suite, one after the other; the last line adds them up. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { childEnv } from '@/lib/env'
import { findChromium } from './chromium'
import { prepare } from './prepare'

type Count = { passed: number; failed: number }

const VITEST_REPORT = 'test-results/unit.json'
const E2E_REPORT = 'test-results/e2e.json'

/** Runs one of the project's tools with its output shown. Resolves with its exit code. */
function tool(args: string[], changes: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: childEnv(changes),
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}

/** A check that passes or fails as a whole. */
async function check(...args: string[]): Promise<Count> {
  return (await tool(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function unitTests(): Promise<Count> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`]
  const code = await tool(['node_modules/vitest/vitest.mjs', 'run', ...reporters])
  const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
  return counted(code, VITEST_REPORT, (text) => {
    const { numPassedTests: passed, numFailedTests } = report.parse(JSON.parse(text))
    return { passed, failed: numFailedTests }
  })
}

async function endToEndTests(): Promise<Count> {
  const chromium = await findChromium((sentence) => console.log(sentence))
  const code = await tool(['node_modules/@playwright/test/cli.js', 'test'], { CHROMIUM_PATH: chromium })
  const report = z.object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  })
  return counted(code, E2E_REPORT, (text) => {
    const { expected, unexpected, flaky, skipped } = report.parse(JSON.parse(text)).stats
    // A test that did not run because an earlier one failed has not passed.
    return { passed: expected, failed: unexpected + flaky + skipped }
  })
}

/** The counts of a report; a tool that failed without a failed test, or wrote no report, counts as one failure. */
function counted(code: number, file: string, read: (text: string) => Count): Count {
  let count: Count
  try {
    count = read(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

const suites: [string, () => Promise<Count>][] = [
  ['Types', () => check('node_modules/typescript/bin/tsc', '--noEmit')],
  ['Lint', () => check('node_modules/@biomejs/biome/bin/biome', 'check', '.')],
  ['Migrations', () => check('--import', './bin/typescript.mjs', 'scripts/migration.ts', 'check')],
  ['Unit and integration', unitTests],
  ['End to end', endToEndTests],
]

rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })
const total: Count = { passed: 0, failed: 0 }
try {
  await prepare(process.cwd(), (sentence) => console.log(sentence))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  total.failed += 1
}
for (const [name, run] of suites) {
  const startedAt = performance.now()
  const { passed, failed } = await run().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  total.passed += passed
  total.failed += failed
  console.log(
    `${name}: ${passed} of ${passed + failed} in ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`,
  )
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
