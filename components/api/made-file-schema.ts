import { z } from 'zod'

/** How far a file is that takes a while to make. */
export const madeFileSchema = z.object({
  status: z.enum(['absent', 'making', 'ready']),
  progress: z.number().nullable(),
})
export type MadeFile = z.infer<typeof madeFileSchema>
