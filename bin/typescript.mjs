// Lets this process and its children (`node --import ./bin/typescript.mjs FILE.ts`) run the project's TypeScript
// as it is. `server-only` throws outside React's server bundles, and these processes are servers: it becomes nothing.
import { register } from 'node:module'
import { register as registerTypeScript } from 'tsx/esm/api'

registerTypeScript()
register(
  `data:text/javascript,${encodeURIComponent(`
    export const resolve = (specifier, context, next) =>
      specifier === 'server-only' ? { url: 'data:text/javascript,', shortCircuit: true } : next(specifier, context)
  `)}`,
)
