import type { Language } from '@/lib/words/language'

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** `0:07`, `1:05`: seconds as a person reads them off a player. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** `7 s`, `1 min 5 s`: a length in words; at least one second. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const rest = whole % 60
  return rest === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${rest} s`
}

/** Numbers are written by hand where pages need them at once or at every move: making a format of `Intl` takes 10 ms. */
const MARKS: Record<Language, { thousands: string; decimals: string }> = {
  en: { thousands: ',', decimals: '.' },
  de: { thousands: '.', decimals: ',' },
}

/** `5,000`: a whole number as the reader's language writes it. */
export function grouped(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, MARKS[language].thousands)
}

/** `1.4`: a number to one digit. */
export function tenths(value: number, language: Language): string {
  return value.toFixed(1).replace('.', MARKS[language].decimals)
}

/** `320 kB`, `2.3 MB`: the size of a file, as the reader's language writes numbers (BCP 47). */
export function bytes(count: number, locale: string): string {
  return count < 1_000_000
    ? `${Math.max(1, Math.round(count / 1000))} kB`
    : `${(count / 1_000_000).toLocaleString(locale, ONE_DIGIT)} MB`
}
