import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLES_AN_ID, writePiperVoice } from '@/lib/testing/piper-fixture'
import { WHOLE_WORD } from '../alphabet'
import { createSpeaker } from '../speak'
import type { Speaker } from '../speaker'
import { medianPitch } from '../speech-measures'
import { integratedLoudness } from '../voice/loudness'

const ASSETS = fileURLToPath(new URL('../../../../assets/voices', import.meta.url))
const TEXT = 'Hello there, my friend. [Nguyen](/wˈɪn/) <|prosody:speed_slow|>was here — today!'
const espeakInstalled = (() => {
  try {
    return execFileSync('espeak-ng', ['--version']).length > 0
  } catch {
    return false
  }
})()

let directory: string
let speaker: Speaker
const lines: string[] = []

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'voices-'))
  writePiperVoice(directory, 'amy')
  writePiperVoice(directory, 'duo', { num_speakers: 2, speaker_id_map: { ann: 0, bob: 1 } })
  writePiperVoice(directory, 'letters', { phoneme_type: 'text', language: { code: 'ca_ES' } })
  writePiperVoice(directory, 'few', { phoneme_type: 'text', phoneme_id_map: { a: [1], h: [2] } })
  writePiperVoice(directory, 'nora')
  writePiperVoice(directory, 'torn')
  writeFileSync(join(directory, 'torn.onnx'), 'no model')
  writePiperVoice(directory, 'unlike')
  writeFileSync(join(directory, 'unlike.onnx.json'), '{"audio": {"sample_rate": "fast"}}')
  writePiperVoice(directory, 'half')
  writeFileSync(join(directory, 'half.onnx.json'), '{"audio":')
  writeFileSync(join(directory, 'alone.onnx'), '')
  speaker = createSpeaker({
    voicesDir: ASSETS,
    addedVoicesDir: directory,
    warn: (line) => lines.push(line),
  })
})
afterAll(() => rmSync(directory, { recursive: true }))

describe("an operator's voices", () => {
  it('are listed with their languages, and what cannot be used is named by its file, once', async () => {
    const added = (await speaker.voices()).filter(({ description }) => description.endsWith('added here'))
    expect(added.map(({ id, language }) => [id, language])).toEqual([
      ['amy', 'en-US'],
      ['duo', 'en-US'],
      ['duo-bob', 'en-US'],
      ['few', 'en-US'],
      ['letters', 'ca-ES'],
    ])
    await speaker.voices()
    const [alone, half, torn, unlike, nora, ...more] = lines
    expect(alone).toMatch(/alone\.onnx .*no alone\.onnx\.json/)
    expect(half).toMatch(/half\.onnx .*no JSON/)
    expect(torn).toContain('torn.onnx')
    expect(unlike).toMatch(/unlike\.onnx .*audio\.sample_rate/)
    expect(nora).toMatch(/nora\.onnx .*a voice of that name/)
    expect(more).toEqual([])
  })

  it('say a script at the level and rate of any, the same each time, and its words have times', async () => {
    const said = await speaker.speak(TEXT, { voice: 'amy', seed: 1 })
    expect(said.sampleRate).toBe(24_000)
    expect(Math.abs(integratedLoudness(said.samples, 24_000) + 16)).toBeLessThan(0.5)
    expect(said.words.map(({ word }) => word).join(' ')).toBe(
      'Hello there, my friend. Nguyen was here — today!',
    )
    for (const [i, { start, end }] of said.words.entries()) {
      expect(start).toBeGreaterThanOrEqual(i === 0 ? 0.1 : said.words[i - 1].end - 1e-9)
      expect(end).toBeGreaterThan(start)
    }
    expect(await speaker.speak(TEXT, { voice: 'amy', seed: 2 })).toEqual(said)
  })

  it('are as long as their network makes them: slower tags lengthen', async () => {
    const seconds = async (script: string) => {
      const { phones } = await speaker.speak(script, { voice: 'letters', seed: 1 })
      const [word] = phones.filter(({ symbol }) => symbol === WHOLE_WORD)
      return word.end - word.start
    }
    // Begin, eight letters with their gaps, end: the tone is heard for all of it, but for the fading of a sample or two.
    expect(await seconds('abababab')).toBeCloseTo((19 * SAMPLES_AN_ID) / 22_050, 1)
    const slow = await seconds('<|prosody:speed_very_slow|>abababab')
    expect(slow).toBeGreaterThan(1.2 * (await seconds('abababab')))
  })

  it('tell a model’s speakers apart', async () => {
    const [ann, bob] = await Promise.all(
      ['duo', 'duo-bob'].map((voice) => speaker.speak('Hello there, my friend.', { voice, seed: 1 })),
    )
    expect(medianPitch(bob)).not.toBeCloseTo(medianPitch(ann), 0)
  })

  it('leave out phonemes they do not know, which is said once', async () => {
    const before = lines.length
    await speaker.speak('hahaz. haz?', { voice: 'few', seed: 1 })
    const told = lines.slice(before)
    expect(told.filter((line) => line.includes('"z"'))).toHaveLength(1)
    for (const line of told) expect(line).toContain('few.onnx')
  })

  it.each([
    ['', 'nothing_to_say'],
    ['<|sfx:sigh|> — !', 'nothing_to_say'],
    ['Ich bin heute hier und das ist nicht mein Haus.', 'language_not_supported'],
  ])('refuse %j as %s', async (script, code) => {
    await expect(speaker.inspect(script, 'amy')).rejects.toMatchObject({ code, param: 'input_tts' })
  })

  it('refuse what is too long before and after it was said', async () => {
    await expect(
      speaker.inspect('Hello there. '.repeat(200), 'amy', { maxSeconds: 60 }),
    ).rejects.toMatchObject({
      type: 'audio_too_long',
    })
    const pieces = speaker.pieces('Hello there.', { voice: 'amy', seed: 1, maxSeconds: 0.9 })
    await expect(pieces.next()).rejects.toMatchObject({ type: 'audio_too_long' })
  })

  it('are named where a voice is unknown', async () => {
    await expect(speaker.inspect('Hello.', 'nobody')).rejects.toThrow(/default.*amy/)
  })
})

it('a directory that is not there is one line, and the presets speak', async () => {
  const told: string[] = []
  const missing = join(directory, 'missing')
  const other = createSpeaker({ voicesDir: ASSETS, addedVoicesDir: missing, warn: (line) => told.push(line) })
  expect((await other.voices()).slice(0, 7)).toHaveLength(7)
  expect(told).toEqual([expect.stringContaining(missing)])
})

it.skipIf(espeakInstalled)('a voice whose language nobody can read here says what is missing', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'voices-'))
  const told: string[] = []
  writePiperVoice(alone, 'thorsten', { espeak: { voice: 'de' }, language: { code: 'de_DE' } })
  await createSpeaker({ voicesDir: ASSETS, addedVoicesDir: alone, warn: (line) => told.push(line) }).voices()
  expect(told).toEqual([expect.stringMatching(/thorsten\.onnx .*German.*espeak-ng/)])
  rmSync(alone, { recursive: true })
})
