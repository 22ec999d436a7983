import 'server-only'
import pino from 'pino'
import { env } from '@/lib/env'

/** Structured log on standard error: standard output belongs to what a command was asked to print. */
export const log = pino(
  {
    level: env.logLevel,
    redact: {
      paths: ['*.apiKey', '*.authorization', 'headers.authorization', '*.password'],
      censor: '[redacted]',
    },
  },
  pino.destination(2),
)
