import { existsSync } from 'node:fs'

/**
 * Ends the process with one sentence where the studio cannot run at all: Node too old, or nothing installed. Plain
 * JavaScript without imports of packages, so that it can say so.
 */
export function checkPreconditions(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(
      `Avatar Studio needs Node.js 20.19 or newer; this is ${version}. Install a current one from nodejs.org.`,
    )
  }
  if (!existsSync('node_modules/tsx')) stop('Nothing is installed yet. Run npm install here first.')
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
