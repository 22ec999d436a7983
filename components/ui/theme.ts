/** The cookie that holds a reader's choice; without it the system's setting decides. */
export const THEME_COOKIE = 'theme'

export type Theme = 'paper' | 'stage'

export function isTheme(value: string | undefined): value is Theme {
  return value === 'paper' || value === 'stage'
}
