import { spawn } from 'node:child_process'
import { StudioError } from '@/lib/boson/errors'

/** A sentence takes it some 20 ms; what takes longer is stuck. */
const TIMEOUT_MS = 15_000
/** Two minutes of sound: no sentence is longer. */
const MOST_BYTES = 2 * 60 * 2 * 22_050

/**
 * Runs `espeak-ng` of this machine, a process of its own (it is GPL, never linked), without a shell, the text on its
 * standard input. @returns what it wrote to standard output
 * @throws StudioError `render_failed` where it is absent, fails, takes longer than 15 s or says too much; `cancelled`
 *   once the signal is aborted.
 */
export function espeak(args: readonly string[], text: string, signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('espeak-ng', ['-b', '1', ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    })
    const stop = () => child.kill('SIGKILL')
    signal?.addEventListener('abort', stop, { once: true })
    const chunks: Buffer[] = []
    let bytes = 0
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MOST_BYTES) stop()
      else chunks.push(chunk)
    })
    // It may end before it has read everything; why is known when it has ended.
    child.stdin.on('error', () => {})
    child.on('error', (error) => reject(failure(error)))
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop)
      if (signal?.aborted) reject(new StudioError('cancelled', 'The video was cancelled.'))
      else if (code === 0) resolve(Buffer.concat(chunks))
      else reject(failure(new Error(`espeak-ng ended with ${code}`)))
    })
    if (signal?.aborted) stop()
    child.stdin.end(text)
  })
}

function failure(cause: Error): StudioError {
  return new StudioError(
    'render_failed',
    'espeak-ng could not say this sentence. Shorten it, or try again.',
    {
      cause,
    },
  )
}
