import type { StudioProcess } from './studio-process'

declare global {
  var e2eStudios: StudioProcess[]
}

export default async function globalTeardown(): Promise<void> {
  await Promise.all(globalThis.e2eStudios.map((studio) => studio.dispose()))
}
