/** The engine process: `main.ts ASSETS_DIR CACHE_DIR`, forked by host.ts. Untrusted media is decoded in here only. */
import { createEngine } from '../engine'
import { type Call, type FromEngine, packError, type ToEngine } from './protocol'

const [assetsDir = '', cacheDir = ''] = process.argv.slice(2)
const engine = createEngine({ assetsDir, cacheDir })
const aborts = new Map<number, AbortController>()

const send = (message: FromEngine) => process.send?.(message)

async function answer(id: number, call: Call): Promise<void> {
  const abort = new AbortController()
  aborts.set(id, abort)
  try {
    const result = await perform(id, call, abort.signal)
    send({ kind: 'result', id, result })
  } catch (error) {
    send({ kind: 'error', id, error: packError(error) })
  } finally {
    aborts.delete(id)
  }
}

function perform(id: number, call: Call, signal: AbortSignal) {
  switch (call.method) {
    case 'inspectPortrait':
      return engine.inspectPortrait(...call.args)
    case 'inspectRecording':
      return engine.inspectRecording(...call.args)
    case 'inspectScript':
      return engine.inspectScript(...call.args)
    case 'render':
      return engine.render(...call.args, {
        signal,
        onProgress: (progress) => send({ kind: 'progress', id, progress }),
      })
  }
}

process.on('message', (message: ToEngine) => {
  if (message.kind === 'call') answer(message.id, message.call)
  else aborts.get(message.id)?.abort()
})
// The host is gone, perhaps killed: nobody waits for this process any more.
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole foreground group; the host decides when this process ends.
process.on('SIGINT', () => {})
send({ kind: 'ready' })
