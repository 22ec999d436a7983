import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: { '@': root.replace(/\/$/, ''), 'server-only': `${root}lib/testing/server-only.ts` },
  },
  test: {
    include: ['bench', 'bin', 'components', 'lib', 'worker'].map((folder) => `${folder}/**/*.test.ts`),
    globalSetup: 'lib/testing/global-setup.ts',
    setupFiles: ['lib/testing/fixed-seed.ts'],
    pool: 'forks',
    // One more than the processors there are: some wait more than they work.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
