import { type Framing, framingSchema, UNFRAMED } from '@/lib/boson/schemas'

/** What a row's `framing` says; videos made before there was one leave it to whoever made them. */
export function framingOf(framing: unknown): Framing {
  const parsed = framingSchema.safeParse(framing)
  return parsed.success ? parsed.data : UNFRAMED
}
