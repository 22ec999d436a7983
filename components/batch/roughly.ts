import { duration } from '@/components/ui/text'

/** `40 s`, `6 min`: a length as people say it when it is only about that. */
export function roughly(seconds: number): string {
  const step = seconds < 20 ? 1 : seconds < 90 ? 10 : 60
  return duration(Math.max(step, Math.round(seconds / step) * step))
}
