import type { StudioProcess } from './studio-process'

declare global {
  var e2eStudio: StudioProcess | undefined
}

export default async function globalTeardown(): Promise<void> {
  await globalThis.e2eStudio?.dispose()
}
