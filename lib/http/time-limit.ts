import 'server-only'

/**
 * Runs `work` with a signal that fires after `ms` milliseconds, or when `outer` does, and never once `work` has ended.
 * A plain timer, because Node 20 may collect the sources of `AbortSignal.any` before they fire.
 */
export async function withTimeLimit<T>(
  ms: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, ms)
  outer?.addEventListener('abort', abort)
  if (outer?.aborted) abort()
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', abort)
  }
}
