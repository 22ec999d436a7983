/**
 * Flags that keep the engine process small: a young generation of 4 MB halves (pictures and sound lie outside the heap
 * anyway), and WebAssembly compiled as it is called.
 */
export const V8_FLAGS = ['--max-semi-space-size=4', '--wasm-lazy-compilation']

/**
 * Environment that keeps it small where the allocator is glibc's: one arena for all threads, and blocks from 128 kB up
 * are given back when they are freed (mallopt(3)). Others do not read it.
 */
export const MALLOC_SETTINGS = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}
