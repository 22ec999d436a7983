import { z } from 'zod'

/** How an error is said on the wire. */
export const errorBodySchema = z.object({
  error: z.object({
    message: z.string().meta({ description: 'Human-readable error message.' }),
    type: z.string().meta({ description: 'Error category.' }),
    param: z.string().optional().meta({ description: 'The field at fault, where it is one.' }),
    code: z.string().optional().meta({ description: 'A finer name under the type, such as `no_face`.' }),
  }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>
