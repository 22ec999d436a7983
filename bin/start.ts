/** `npm start`: the whole studio on one machine, until Ctrl-C or SIGTERM. */
import { env } from '@/lib/env'
import { launchStudio } from './launch'

const startedAt = performance.now()
const launching = launchStudio({ ...env, root: process.cwd(), say: (sentence) => console.log(sentence) })
let stopping = false

/** Ends what has been started, also when the signal comes in the middle of starting. */
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  const studio = await launching.catch(() => null)
  await studio?.stop()
  process.exit(code)
}
process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))

try {
  const studio = await launching
  if (!stopping) {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`\nAvatar Studio is ready at ${studio.url} (in ${seconds} s).`)
    console.log(
      'Open it: the first visitor creates the owner’s account, then press Create to see a sample speak.',
    )
    console.log('Ctrl-C stops everything.')
  }
  const failure = await studio.failed
  if (!stopping) console.error(failure.message)
  await stop(1)
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : String(error))
  process.exit(stopping ? 0 : 1)
}
