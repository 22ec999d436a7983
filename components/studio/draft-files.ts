const DATABASE = 'studio'
const STORE = 'draft'

export type Slot = 'portrait' | 'recording'
const SLOTS: readonly Slot[] = ['portrait', 'recording']

/** The draft that was there before there were several; its files lie under the names of then. */
export const FIRST_DRAFT = 'first'

const keyOf = (draft: string, slot: Slot) => (draft === FIRST_DRAFT ? slot : `${draft}/${slot}`)

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function inStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await done(opening)
  try {
    return await done<unknown>(work(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

/** Keeps a draft's file for after a reload, or forgets it. A browser that refuses storage costs only that. */
export async function keepFile(draft: string, slot: Slot, file: File | null): Promise<void> {
  const key = keyOf(draft, slot)
  const work = (store: IDBObjectStore) => (file ? store.put(file, key) : store.delete(key))
  await inStore('readwrite', work).catch(() => {})
}

export async function keptFile(draft: string, slot: Slot): Promise<File | null> {
  const value = await inStore('readonly', (store) => store.get(keyOf(draft, slot))).catch(() => null)
  return value instanceof File ? value : null
}

/** Gives one draft the files of another. */
export async function copyFiles(from: string, to: string): Promise<void> {
  for (const slot of SLOTS) {
    const file = await keptFile(from, slot)
    if (file) await keepFile(to, slot, file)
  }
}

export async function forgetFiles(draft: string): Promise<void> {
  for (const slot of SLOTS) await keepFile(draft, slot, null)
}

export async function forgetAllFiles(): Promise<void> {
  await inStore('readwrite', (store) => store.clear()).catch(() => {})
}
