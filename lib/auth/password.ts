import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'

export const passwordSchema = z
  .string()
  .min(10, 'Use a password of at least 10 characters.')
  .max(200, 'Use a password of at most 200 characters.')

/** Argon2id with the library's defaults (19 MiB, two passes: OWASP's first choice), as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password)
}
