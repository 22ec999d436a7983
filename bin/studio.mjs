import { checkPreconditions } from './preconditions.mjs'

checkPreconditions()
await import('./typescript.mjs')
await import('./studio.ts')
