const KEY = 'studio.batch'

/** What was kept of a batch that is being put together; null where nothing was, or storage is switched off. */
export function keptBatch(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Keeps it, as far as there is storage. */
export function keepBatch(text: string): void {
  try {
    localStorage.setItem(KEY, text)
  } catch {
    // It then lives as long as the page.
  }
}

/** Leaves nothing of one person's work for the next who signs in on this machine. */
export function forgetBatchDraft(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // There is nothing to forget without storage.
  }
}
