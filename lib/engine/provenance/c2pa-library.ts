import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as c2pa from '@contentauth/c2pa-wasm'

const require = createRequire(import.meta.url)

let ready: Promise<unknown> | undefined

/** The C2PA library: WebAssembly, compiled once a process. */
export async function c2paLibrary(): Promise<typeof c2pa> {
  ready ??= start()
  await ready
  return c2pa
}

async function start(): Promise<void> {
  // The library is built for web workers and reads its input through their FileReaderSync.
  Object.assign(globalThis, { FileReaderSync: MemoryReader })
  const code = await readFile(require.resolve('@contentauth/c2pa-wasm/c2pa.wasm'))
  await c2pa.default({ module_or_path: code })
}

/** A blob whose bytes can be had without waiting. */
export class MemoryBlob extends Blob {
  constructor(readonly memory: Uint8Array) {
    super()
  }

  override get size(): number {
    return this.memory.length
  }

  override slice(start = 0, end = this.memory.length): MemoryBlob {
    return new MemoryBlob(this.memory.subarray(start, end))
  }
}

class MemoryReader {
  readAsArrayBuffer({ memory }: MemoryBlob): ArrayBuffer {
    return new Uint8Array(memory).buffer
  }
}
