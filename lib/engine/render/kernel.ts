import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Built from `assembly/` by bin/prepare.ts. */
const FILE = fileURLToPath(new URL('./generated/draw-person.wasm', import.meta.url))

let opened: WebAssembly.Module | null = null

/**
 * The renderer's hot loops as WebAssembly with SIMD; null where they are not built, or where this machine's
 * WebAssembly has no SIMD. What they are written after in TypeScript then draws the same frames, more slowly.
 */
export function openKernel(): WebAssembly.Module | null {
  opened ??= compile(read())
  return opened
}

function read(): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(readFileSync(FILE))
  } catch {
    return null
  }
}

function compile(bytes: Uint8Array<ArrayBuffer> | null): WebAssembly.Module | null {
  return bytes && WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null
}
