/** Longest wait, where a page never comes to rest. */
const LONGEST_MS = 2000
/** In browsers that do not tell. */
const SOON_MS = 200

/** Does something when the browser has nothing else to do. Returns how to call it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, SOON_MS)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(act, { timeout: LONGEST_MS })
  return () => cancelIdleCallback(asked)
}
