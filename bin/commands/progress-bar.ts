import type { WriteStream } from 'node:tty'
import type { Stage } from '@/lib/boson/schemas'

const WIDTH = 28

const WORDS: Record<Stage, string> = {
  waiting: 'waiting',
  speech: 'speaking',
  portrait: 'reading the portrait',
  frames: 'drawing frames',
  finishing: 'finishing',
  upstream: 'rendering upstream',
}

export const stageWords = (stage: Stage) => WORDS[stage]

export type ProgressBar = {
  /** `percent` in 0…100. */
  show: (percent: number, words: string) => void
  say: (sentence: string) => void
  finish: () => void
}

/** A bar on a terminal; nothing at all where the stream is a file or a pipe. */
export function createProgressBar(stream: WriteStream): ProgressBar {
  let drawn = false
  const clear = () => {
    if (drawn) stream.write('\r\x1b[2K')
    drawn = false
  }
  if (!stream.isTTY) return { show: () => {}, say: () => {}, finish: () => {} }
  return {
    show(percent, words) {
      const full = Math.round((percent / 100) * WIDTH)
      stream.write(
        `\r\x1b[2K${'━'.repeat(full)}${'─'.repeat(WIDTH - full)} ${String(percent).padStart(3)} %  ${words}`,
      )
      drawn = true
    },
    say(sentence) {
      clear()
      stream.write(`${sentence}\n`)
    },
    finish: clear,
  }
}
