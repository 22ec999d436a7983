import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The parts of `@ffmpeg/core` (an Emscripten module without types of its own) that are used here. */
export type FFmpegSandbox = {
  /** Runs an ffmpeg command line; returns its exit code. Throws where the sandboxed program itself crashes. */
  exec(...args: string[]): number
  setLogger(logger: (entry: { type: 'stdout' | 'stderr'; message: string }) => void): void
  FS: {
    mkdir(path: string): void
    writeFile(path: string, bytes: Uint8Array): void
    readFile(path: string): Uint8Array<ArrayBuffer>
    analyzePath(path: string): { exists: boolean }
  }
}

/** What every command line begins with: no single allocation over 256 MB, and no file but those written for it. */
export const SANDBOX_LIMITS: readonly string[] = [
  ...['-hide_banner', '-nostats', '-max_alloc', String(256 * 1024 * 1024), '-protocol_whitelist', 'file'],
]

/** Codecs of pictures that an MP4 for the web may hold. */
const DECODERS = ['h264', 'hevc', 'vp9', 'av1', 'libdav1d', 'mpeg4']

/** How anybody's MP4 is read in the sandbox: as an MP4 and nothing else. */
export const SANDBOXED_FILM: readonly string[] = [
  ...[...SANDBOX_LIMITS, '-format_whitelist', 'mov,mp4,m4a,3gp,3g2,mj2'],
  ...['-codec_whitelist', DECODERS.join(','), '-f', 'mov'],
]

type CreateFFmpegCore = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ): Record<string, never>
}) => Promise<FFmpegSandbox>

// The package's ES build lacks `"type": "module"` and loads differently under every loader; its UMD build does not.
const require = createRequire(import.meta.url)

let compiled: Promise<WebAssembly.Module> | undefined

/**
 * A fresh ffmpeg in a WebAssembly sandbox: it sees the files written into its own memory and nothing of the
 * machine. The code is compiled once a process (0.2–0.5 s); instance and memory are new each time, so nothing of
 * one file can reach the next.
 */
export async function createFFmpegSandbox(): Promise<FFmpegSandbox> {
  compiled ??= readFile(require.resolve('@ffmpeg/core/wasm')).then((code) => WebAssembly.compile(code))
  const module = await compiled
  const createFFmpegCore: CreateFFmpegCore = require('@ffmpeg/core')
  return asIfInWorker(() =>
    createFFmpegCore({
      instantiateWasm(imports, receive) {
        receive(new WebAssembly.Instance(module, imports))
        return {}
      },
    }),
  )
}

/** The package is built for web workers: while it starts (synchronously) it reads `self.location.href`. */
function asIfInWorker<T>(start: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'self')
  Object.defineProperty(globalThis, 'self', { value: { location: { href: 'file:///' } }, configurable: true })
  try {
    return start()
  } finally {
    Reflect.deleteProperty(globalThis, 'self')
    if (before) Object.defineProperty(globalThis, 'self', before)
  }
}
