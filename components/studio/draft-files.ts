const DATABASE = 'studio'
const STORE = 'draft'

export type Slot = 'portrait' | 'recording'

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

/** Keeps a file for after a reload, or forgets it. A browser that refuses storage costs only that. */
export async function keepFile(slot: Slot, file: File | null): Promise<void> {
  const work = (store: IDBObjectStore) => (file ? store.put(file, slot) : store.delete(slot))
  await inStore('readwrite', work).catch(() => {})
}

export async function keptFile(slot: Slot): Promise<File | null> {
  const value = await inStore('readonly', (store) => store.get(slot)).catch(() => null)
  return value instanceof File ? value : null
}

export async function forgetFiles(): Promise<void> {
  await inStore('readwrite', (store) => store.clear()).catch(() => {})
}
