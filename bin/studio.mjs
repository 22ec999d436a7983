import { boot } from './boot.mjs'

await boot('./studio.ts')
