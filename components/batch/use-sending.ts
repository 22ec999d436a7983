import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { type BatchInputs, createBatch } from '@/components/api/batches'
import { idempotencyKey } from '@/components/api/videos'
import { type Voice, voiceNamed } from '@/lib/batches/lines'
import { StudioError } from '@/lib/boson/errors'
import { forgetBatchDraft } from './kept-batch'
import type { EditedLine } from './use-lines'

const ROW = /^Row (\d+): (.*)$/s

/** Sends a batch and goes to it. What is sent twice without a change is one batch. */
export function useSending(lines: EditedLine[], voices: Voice[]) {
  const router = useRouter()
  const wish = useRef({ asked: '', key: '' })
  const { mutate, reset, error, isPending, isSuccess } = useMutation({
    mutationFn: (common: Omit<BatchInputs, 'rows'>) => {
      const rows = lines.map((line) => toSend(line, voices))
      const { portrait, title, size, voice } = common
      const asked = JSON.stringify([rows, title, voice, size, portrait.lastModified, portrait.size])
      if (wish.current.asked !== asked) wish.current = { asked, key: idempotencyKey() }
      return createBatch({ ...common, rows }, wish.current.key)
    },
    onSuccess: ({ id }) => {
      forgetBatchDraft()
      router.push(`/batch/${id}`)
    },
  })
  return {
    send: mutate,
    forgive: reset,
    error,
    refused: refusedRow(error, lines),
    busy: isPending || isSuccess,
  }
}

function toSend({ title, input, voice }: EditedLine, voices: Voice[]) {
  return { input, ...(title && { title }), ...(voice && { voice: voiceNamed(voice, voices)?.id }) }
}

/** The row that the studio refused, and why: its place among those that were sent is its number there. */
function refusedRow(error: unknown, lines: EditedLine[]): { row: number; sentence: string } | null {
  if (!(error instanceof StudioError) || error.param !== 'rows') return null
  const [, number, sentence] = ROW.exec(error.message) ?? []
  const line = lines[Number(number) - 1]
  return line && sentence ? { row: line.row, sentence } : null
}
