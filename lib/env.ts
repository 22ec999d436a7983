import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** The only module that reads `process.env`. Every variable has its default here and a line in `.env.example`. */

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional()

const flag = z
  .enum(['', '0', '1', 'false', 'true'])
  .default('')
  .transform((value) => value === '1' || value === 'true')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: text.transform((value) => value ?? '127.0.0.1'),
  PUBLIC_URL: text.pipe(z.url().optional()),
  DATA_DIR: text.transform((value) => value ?? '.data'),
  DATABASE_URL: text,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  NEXTAUTH_SECRET: text,
  AVATAR_PROVIDER: z.enum(['', 'local', 'boson']).default(''),
  BOSON_API_KEY: text,
  BOSON_API_KEY_FILE: text,
  BOSON_BASE_URL: text.pipe(z.url().optional()).transform((value) => value ?? 'https://api.boson.ai'),
  BOSON_VIDEO_MODEL: text.transform((value) => value ?? 'higgs-avatar'),
  BOSON_PRICE_PER_SECOND: text
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .pipe(z.number().min(0).optional()),
  BOSON_PRICE_CURRENCY: text
    .transform((value) => (value ?? 'USD').toUpperCase())
    .pipe(z.enum(Intl.supportedValuesOf('currency'), { error: 'it is no currency of ISO 4217' })),
  BOSON_SPEECH_MODEL: text.transform((value) => value ?? 'higgs-tts-3'),
  S3_BUCKET: text,
  S3_ENDPOINT: text.pipe(z.url().optional()),
  S3_REGION: text.transform((value) => value ?? 'us-east-1'),
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  S3_FORCE_PATH_STYLE: flag,
  RENDER_SLOTS: text
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .pipe(z.number().int().min(1).max(64).optional()),
  FETCH_PRIVATE_ADDRESSES: flag,
  VOICES_DIR: text,
  STUDIO_URL: text.pipe(z.url().optional()),
  STUDIO_API_KEY: text,
  BOSON_SPEECH_FIRST: z.enum(['', 'never', 'long', 'always']).default(''),
  QUEUE_LIMIT: z.coerce.number().int().min(1).default(200),
  QUEUE_LIMIT_TEAM: z.coerce.number().int().min(1).default(50),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(600),
})

export type Env = ReturnType<typeof readEnv>

/** Parses the environment once. Throws one sentence that names each variable at fault. */
export function readEnv(source: NodeJS.ProcessEnv) {
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment has values this studio cannot use. ${faults.join('; ')}`)
  }
  const values = parsed.data
  const bosonApiKey = values.BOSON_API_KEY ?? readSecretFile(values.BOSON_API_KEY_FILE)
  if (values.AVATAR_PROVIDER === 'boson' && !bosonApiKey) {
    throw new Error('AVATAR_PROVIDER is boson, but neither BOSON_API_KEY nor BOSON_API_KEY_FILE is set.')
  }
  if (values.S3_BUCKET && !(values.S3_ACCESS_KEY_ID && values.S3_SECRET_ACCESS_KEY)) {
    throw new Error('S3_BUCKET is set, but S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY is missing.')
  }
  const provider = values.AVATAR_PROVIDER || (bosonApiKey ? ('boson' as const) : ('local' as const))
  const slots = { local: 1, boson: 8, ...(values.RENDER_SLOTS && { [provider]: values.RENDER_SLOTS }) }
  return {
    production: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    /** Where people reach the studio: for links in share pages and sign-in. No trailing slash. */
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    dataDir: path.resolve(/* turbopackIgnore: true */ values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    logLevel: values.LOG_LEVEL,
    authSecret: values.NEXTAUTH_SECRET,
    /** Who makes a video where nobody chose. */
    provider,
    /** Who can be chosen. */
    engines: bosonApiKey ? (['local', 'boson'] as const) : (['local'] as const),
    boson: {
      apiKey: bosonApiKey,
      baseUrl: values.BOSON_BASE_URL.replace(/\/+$/, ''),
      videoModel: values.BOSON_VIDEO_MODEL,
      speechModel: values.BOSON_SPEECH_MODEL,
      /** What a second of video costs; null where the operator has not said. */
      price:
        values.BOSON_PRICE_PER_SECOND === undefined
          ? null
          : { perSecond: values.BOSON_PRICE_PER_SECOND, currency: values.BOSON_PRICE_CURRENCY },
      /** Which scripts are spoken by a request of their own before the video is asked for. */
      speechFirst: values.BOSON_SPEECH_FIRST || ('long' as const),
    },
    s3: values.S3_BUCKET
      ? {
          bucket: values.S3_BUCKET,
          endpoint: values.S3_ENDPOINT,
          region: values.S3_REGION,
          accessKeyId: values.S3_ACCESS_KEY_ID ?? '',
          secretAccessKey: values.S3_SECRET_ACCESS_KEY ?? '',
          forcePathStyle: values.S3_FORCE_PATH_STYLE,
        }
      : null,
    /** Videos a worker has under way at once: one fills two cores, but where Boson renders it only waits. */
    slots,
    /** An operator's voices in the format of Piper. */
    voicesDir: values.VOICES_DIR && path.resolve(/* turbopackIgnore: true */ values.VOICES_DIR),
    /** Another studio, for the command line to send its work to. */
    otherStudio: values.STUDIO_URL
      ? { url: values.STUDIO_URL.replace(/\/+$/, ''), apiKey: values.STUDIO_API_KEY }
      : null,
    fetchPrivateAddresses: values.FETCH_PRIVATE_ADDRESSES,
    /** Videos that may be unfinished at once: in all, and of one team. */
    queueLimit: { all: values.QUEUE_LIMIT, team: values.QUEUE_LIMIT_TEAM },
    /** Requests a minute of one API key or one signed-in person; 0 for no limit. */
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
  }
}

function readSecretFile(file: string | undefined): string | undefined {
  if (!file) return undefined
  if (!existsSync(/* turbopackIgnore: true */ file)) {
    throw new Error(`BOSON_API_KEY_FILE names ${file}, which does not exist.`)
  }
  return readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim() || undefined
}

const FILE = '.env'
// What is set already wins over the file.
if (existsSync(/* turbopackIgnore: true */ FILE)) process.loadEnvFile(/* turbopackIgnore: true */ FILE)

export const env = readEnv(process.env)

/** The environment for a child process: this one's, changed where `changes` says so. */
export function childEnv(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}

/** Takes variables out of this process's environment, so that the processes it starts do not inherit them. */
export function withdraw(names: string[]): void {
  for (const name of names) delete process.env[name]
}
