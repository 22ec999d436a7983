/**
 * Takes pictures of every page and state of a studio, light, dark and on a phone, with an index beside them:
 * `npm run screens [-- DIR]`, `docs/screens` unless another directory is named.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { launchChromium } from '../e2e/support/launch-chromium'
import { signUp } from '../e2e/support/sign-up'
import { startStudio } from '../e2e/support/studio-process'
import { furnish } from './screens/furnish'
import { BEFORE_ANYBODY, BEFORE_ANYTHING, IN_USE } from './screens/states'
import { FORMS, fileOf, take } from './screens/take'

const directory = process.argv[2] ?? 'docs/screens'

/** A page of all pictures, each state's beside each other. */
function index(): string {
  const forms = Object.keys(FORMS)
  const states = [...BEFORE_ANYBODY, ...BEFORE_ANYTHING, ...IN_USE]
  const rows = states.map((state) => {
    const cells = forms.map((form) => `![${state.title}, ${form}](${fileOf(state, form)})`)
    return `## ${state.title}\n\n| ${forms.join(' | ')} |\n| ${forms.map(() => '---').join(' | ')} |\n| ${cells.join(' | ')} |`
  })
  return `# Every page and state\n\nMade by \`npm run screens\`.\n\n${rows.join('\n\n')}\n`
}

mkdirSync(directory, { recursive: true })
const studio = await startStudio()
const browser = await launchChromium('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream')
try {
  const context = await browser.newContext()
  const empty = {
    url: studio.url,
    request: context.request,
    video: '',
    link: '',
    locked: '',
    dead: '',
    batch: '',
  }
  await take(browser, directory, BEFORE_ANYBODY, empty, undefined)
  const page = await context.newPage()
  await signUp(page, studio.url)
  const { cookies } = await context.storageState()
  // The session, and nothing of what the first visit left behind.
  const session = { cookies, origins: [] }
  await take(browser, directory, BEFORE_ANYTHING, empty, session)
  await take(browser, directory, IN_USE, await furnish(context.request, studio.url), session)
  writeFileSync(path.join(directory, 'README.md'), index())
} finally {
  await browser.close()
  await studio.dispose()
}
