import fc from 'fast-check'

/** The same cases each time, so that a red suite is red again; other ones by hand: `FAST_CHECK_SEED=1 npx vitest`. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20261124) })
