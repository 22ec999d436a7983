import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../../bin/chromium'

/** The tests' Chromium, for programs that are no tests. */
export async function launchChromium(...more: string[]): Promise<Browser> {
  const executablePath = await findChromium((sentence) => console.log(sentence))
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...more]
  return chromium.launch({ executablePath, args })
}
