import { checkPreconditions } from './preconditions.mjs'

/** Runs a TypeScript program of the studio. Its imports reach the database client, which a fresh clone lacks: made first. */
export async function boot(program) {
  checkPreconditions()
  await import('./typescript.mjs')
  const { generateClient } = await import('./prepare.ts')
  await generateClient(process.cwd())
  await import(program)
}
