/**
 * What Lighthouse says of sign-in, studio, gallery and share page, beside what is asked for, and which audits keep a page
 * from it: `npm run bench:lighthouse [-- desktop]`, as on a phone unless told otherwise. Lighthouse is no dependency of the
 * project: npx fetches 12.8.2, the last line that runs on Node 20, and it drives the Chromium of the end-to-end tests.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { childEnv } from '@/lib/env'
import { findChromium } from '../bin/chromium'
import { launchChromium } from '../e2e/support/launch-chromium'
import { type FurnishedStudio, furnishStudio } from './furnished-studio'

const VIDEOS = 200
const BUDGETS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 }
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const reportSchema = z.object({
  categories: z.record(
    z.enum(CATEGORIES),
    z.object({
      score: z.number(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), title: z.string(), displayValue: z.string().optional() }),
  ),
})
type Report = z.infer<typeof reportSchema>

const desktop = process.argv.includes('desktop')
const directory = await mkdtemp(path.join(tmpdir(), 'bench-lighthouse-'))

async function look(url: string, cookies: string, skipped: string[]): Promise<Report> {
  const output = path.join(directory, 'report.json')
  const child = spawn(
    'npx',
    [
      ...['--yes', 'lighthouse@12.8.2', url, '--quiet', '--output=json', `--output-path=${output}`],
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=--headless=new ${process.getuid?.() === 0 ? '--no-sandbox' : ''}`,
      `--extra-headers=${JSON.stringify({ Cookie: cookies })}`,
      ...(desktop ? ['--preset=desktop'] : []),
      ...(skipped.length > 0 ? [`--skip-audits=${skipped.join(',')}`] : []),
    ],
    { env: childEnv({ CHROME_PATH: chromium }), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(printed)
  return reportSchema.parse(JSON.parse(await readFile(output, 'utf8')))
}

function print(name: string, { categories, audits }: Report): void {
  const scores = CATEGORIES.map((category) => Math.round(categories[category].score * 100))
  console.log(name.padEnd(10) + scores.map((score) => `${score}`.padStart(16)).join(''))
  for (const category of CATEGORIES) {
    if (Math.round(categories[category].score * 100) >= BUDGETS[category]) continue
    for (const { id, weight } of categories[category].auditRefs) {
      const { score, title, displayValue = '' } = audits[id] ?? { score: null, title: id }
      if (weight > 0 && score !== null && score < 1)
        console.log(`    ${category}: ${title} ${displayValue} (${score})`)
    }
  }
}

async function measure({ studio, session, addresses }: FurnishedStudio): Promise<void> {
  const cookies = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  console.log(
    `${desktop ? 'desktop' : 'phone'}`.padEnd(10) + CATEGORIES.map((each) => each.padStart(16)).join(''),
  )
  console.log('asked'.padEnd(10) + CATEGORIES.map((each) => `${BUDGETS[each]}`.padStart(16)).join(''))
  for (const name of ['signIn', 'studio', 'gallery', 'share'] as const) {
    const signedIn = name === 'studio' || name === 'gallery'
    // A link is for those who have it: its page tells search engines to leave it out, on purpose.
    const skipped = name === 'share' ? ['is-crawlable'] : []
    print(name, await look(studio.url + addresses[name], signedIn ? cookies : '', skipped))
  }
}

const chromium = await findChromium((sentence) => console.log(sentence))
const browser = await launchChromium()
try {
  const furnished = await furnishStudio(browser, VIDEOS)
  try {
    await measure(furnished)
  } finally {
    await furnished.studio.dispose()
  }
} finally {
  await browser.close()
  await rm(directory, { recursive: true, force: true })
}
