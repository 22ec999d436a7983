import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writePiperVoice } from '@/lib/testing/piper-fixture'
import { createSpeaker } from './speech/speak'
import { type SpokenPart, speakScript } from './spoken-parts'
import { FPS } from './types'

it('of an added voice the lips are heard, and its words have times', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'voices-'))
  writePiperVoice(directory, 'amy')
  const speaker = createSpeaker({ voicesDir: 'assets/voices', addedVoicesDir: directory })
  const script = '<|emotion:elation|>Hello there, my friend. How are you? <|style:whispering|>I am fine.'
  const spoken = speakScript(speaker, script, { voice: 'amy', seed: 1 })
  const parts: SpokenPart[] = []
  let next = await spoken.next()
  for (; !next.done; next = await spoken.next()) parts.push(next.value)
  rmSync(directory, { recursive: true })

  const samples = parts.reduce((sum, { sound }) => sum + sound.samples.length, 0)
  const frames = parts.reduce((sum, { mouth }) => sum + mouth.length, 0)
  expect(frames).toBe(Math.ceil((samples * FPS) / 24_000))
  expect(parts.at(-1)?.said).toBe(1)
  expect(parts[0].delivery.stresses).toBeNull()
  expect(parts[0].delivery.performance).toMatchObject([
    { emotion: 'elation', style: null },
    { emotion: 'elation', style: 'whispering' },
  ])
  expect(next.value.words?.map(({ word }) => word).join(' ')).toBe(
    'Hello there, my friend. How are you? I am fine.',
  )
})
