import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The Chromium the end-to-end tests drive. Playwright's own is a download; Debian's plays H.264 and AAC. As root on
 * Debian it is installed when missing; elsewhere the error names the command.
 */
export async function findChromium(say: (sentence: string) => void): Promise<string> {
  const found = process.env.CHROMIUM_PATH ?? onPath()
  if (found) return found
  const debian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  if (!debian || process.getuid?.() !== 0) {
    const command = debian ? 'sudo apt-get install chromium' : 'the package named chromium of your system'
    throw new Error(
      `The end-to-end tests need Chromium. Install it (${command}) or name one in CHROMIUM_PATH.`,
    )
  }
  say('Installing Debian’s Chromium for the end-to-end tests.')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-qy', '--no-install-recommends', 'chromium'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' })
    if (status !== 0) throw new Error(`apt-get ${args[0]} failed: ${stderr.trim()}`)
  }
  const installed = onPath()
  if (!installed) throw new Error('Chromium was installed but cannot be found. Name it in CHROMIUM_PATH.')
  return installed
}

function onPath(): string | undefined {
  const directories = (process.env.PATH ?? '').split(path.delimiter)
  return NAMES.flatMap((name) => directories.map((directory) => path.join(directory, name))).find((file) =>
    existsSync(file),
  )
}
