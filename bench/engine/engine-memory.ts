import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * The memory of the engine's process, which the host does not name: it is the child of this one that runs its main
 * file. Linux only: it is read from `/proc`. What ffmpeg takes while it runs is not in it.
 */
export function engineMemory() {
  const pid = enginePid()
  return {
    /** @param field `VmRSS`, what it holds now, or `VmHWM`, the most it ever held; MB */
    megabytes(field: 'VmRSS' | 'VmHWM'): number {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      return Math.round(Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024)
    },
    /** From here on the most it holds is counted anew (proc(5), `clear_refs`). */
    forgetMost(): void {
      writeFileSync(`/proc/${pid}/clear_refs`, '5')
    },
  }
}

function enginePid(): string {
  const found = readdirSync('/proc').find((entry) => {
    if (!/^\d+$/.test(entry)) return false
    try {
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1])
      return (
        parent === process.pid && readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('process/main.ts')
      )
    } catch {
      // Ended in the meantime.
      return false
    }
  })
  if (!found) throw new Error('The engine is not running.')
  return found
}
