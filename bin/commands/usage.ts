import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The command was not typed as it must be; the help follows the message. */
export class UsageError extends Error {}

/** `parseArgs`, but unknown and missing options become a `UsageError`. */
export function readOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

export function required(value: string | undefined, option: string): string {
  if (!value) throw new UsageError(`--${option} is missing.`)
  return value
}
