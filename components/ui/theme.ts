import { z } from 'zod'

/** The cookie that holds a reader's choice; without it the system's setting decides. */
export const THEME_COOKIE = 'theme'

export const themeSchema = z.enum(['paper', 'stage'])
export type Theme = z.infer<typeof themeSchema>
