import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { log } from '@/lib/log'
import { derive, isKept, makingOf, stopMaking } from './derive'
import { derivationOf, MADE_VARIANTS, requireFinished } from './media'

export const madeFileSchema = z.object({
  object: z.literal('video.file'),
  variant: z.enum(MADE_VARIANTS),
  status: z.enum(['absent', 'making', 'ready']).meta({
    description: '`absent` where nobody has asked for it, or its making was stopped or failed.',
  }),
  progress: z.number().int().nullable().meta({ description: '0…100 while it is made, where that is known.' }),
})
export type MadeFile = z.infer<typeof madeFileSchema>

/** A file of a video that takes a while to make: whether it is there, or how far it is. */
export async function getMadeFile(teamId: string, id: string, variant: string): Promise<MadeFile> {
  return stateOf(await find(teamId, id, variant))
}

/** Begins to make it, where it is not there and not being made. */
export async function makeFile(teamId: string, id: string, variant: string): Promise<MadeFile> {
  const file = await find(teamId, id, variant)
  // Whoever asked hears of its end by asking again.
  derive(file.derivation).catch((error) => {
    if (!(error instanceof StudioError && error.type === 'cancelled'))
      log.warn({ err: error, videoId: id }, `a file was not made: ${variant}`)
  })
  const state = await stateOf(file)
  return state.status === 'absent' ? { ...state, status: 'making' } : state
}

/** Stops making it. Fine where nobody does. */
export async function stopFile(teamId: string, id: string, variant: string): Promise<MadeFile> {
  const file = await find(teamId, id, variant)
  stopMaking(file.derivation.key)
  return {
    ...(await stateOf(file)),
    status: (await isKept(file.derivation.key)) ? 'ready' : 'absent',
    progress: null,
  }
}

type File = { variant: MadeFile['variant']; derivation: Parameters<typeof derive>[0] }

async function find(teamId: string, id: string, asked: string): Promise<File> {
  const variant = MADE_VARIANTS.find((name) => name === asked)
  if (!variant) {
    throw new StudioError(
      'invalid_variant',
      `${asked} is no file that is made on demand. Use ${MADE_VARIANTS.join(' or ')}.`,
      { param: 'variant' },
    )
  }
  return { variant, derivation: derivationOf(await requireFinished({ id, teamId }), variant) }
}

async function stateOf({ variant, derivation: { key } }: File): Promise<MadeFile> {
  const file = { object: 'video.file', variant } as const
  if (await isKept(key)) return { ...file, status: 'ready', progress: null }
  const making = makingOf(key)
  if (!making) return { ...file, status: 'absent', progress: null }
  const { progress } = making
  return { ...file, status: 'making', progress: progress === null ? null : Math.round(100 * progress) }
}
