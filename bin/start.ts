/** `npm start`: the whole studio on one machine, until Ctrl-C or SIGTERM. */
import { env } from '@/lib/env'
import { launchStudio } from './launch'

const root = process.cwd()
const startedAt = performance.now()
let stopping = false

try {
  const studio = await launchStudio({ ...env, root, say: (sentence) => console.log(sentence) })
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    await studio.stop()
    process.exit(code)
  }
  process.on('SIGINT', () => stop(0))
  process.on('SIGTERM', () => stop(0))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`\nAvatar Studio is ready at ${studio.url} (in ${seconds} s).`)
  console.log(
    'Open it: the first visitor creates the owner’s account, then press Create to see a sample speak.',
  )
  console.log('Ctrl-C stops everything.')
  const failure = await studio.failed
  console.error(failure.message)
  await stop(1)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
