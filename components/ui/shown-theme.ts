import { THEME_COOKIE, type Theme } from './theme'

const YEAR_SECONDS = 31_536_000

/** Shows a theme at once; the server reads the cookie, so the next page arrives in it. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox before 140.
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}

/** The theme on the screen: the one chosen, else the system's. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'paper' || chosen === 'stage') return chosen
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'stage' : 'paper'
}

/** Tells of changes of the theme shown. Returns how to stop. */
export function onThemeChange(changed: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', changed)
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', changed)
    observer.disconnect()
  }
}
