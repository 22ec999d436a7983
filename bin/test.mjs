import { checkNode } from './node-version.mjs'

checkNode()
await import('./typescript.mjs')
await import('./test.ts')
