/** `make-recording.ts TEXT FILE.wav`: speech of the engine's own, so that the tests need no recording from elsewhere. */
import { writeFileSync } from 'node:fs'
import { encodeWav } from '@/lib/engine/audio/wav'
import { createSpeaker } from '@/lib/engine/speech/speak'

const [text = '', file = ''] = process.argv.slice(2)
const speaker = createSpeaker({ voicesDir: 'assets/voices' })
const utterance = await speaker.speak(text, { voice: 'jake', seed: 1 })
writeFileSync(file, encodeWav(utterance))
