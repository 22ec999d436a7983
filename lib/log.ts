import 'server-only'
import pino from 'pino'
import { env } from '@/lib/env'

/** Fields that hold what nobody may read in a log, wherever they stand in what is logged, three levels deep. */
const SECRETS = ['apiKey', 'authorization', 'password', 'secret', 'cookie']
const LEVELS = ['', '*.', '*.*.']

/** Structured log on standard error: standard output belongs to what a command was asked to print. */
export const log = pino(
  {
    level: env.logLevel,
    redact: {
      paths: LEVELS.flatMap((level) => SECRETS.map((field) => level + field)),
      censor: '[redacted]',
    },
  },
  pino.destination(2),
)
