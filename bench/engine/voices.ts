/**
 * The presets beside each other: pitch, melody, pace, formants and colour of the same sentences, how far the nearest other
 * preset is, and, where `pocketsphinx_continuous` is installed, the share of words it gets wrong. With a tag each preset
 * says them with that tag: does a performance harm the words?
 *
 *     node --import tsx --conditions=react-server bench/engine/voices.ts ['<|style:whispering|>']
 */
import { profileOf } from '@/lib/engine/speech/match/voice-profile'
import { PRESETS } from '@/lib/engine/speech/presets'
import { createSpeaker } from '@/lib/engine/speech/speak'
import { brightness, colourDistance } from '@/lib/engine/speech/speech-measures'
import { medianFormants } from './formants'
import { wordErrors } from './word-errors'

const TEXT =
  'The weather was cold in the morning, and we walked along the river to the old bridge. Many people came to see the ' +
  'market. She told them a story about a man who had lost his way in the mountains. They want to know what happened to ' +
  'the children after the war. We will need more water and bread for the road. The next train leaves at seven.'

const tag = process.argv[2] ?? ''
const speaker = createSpeaker({ voicesDir: 'assets/voices' })
const voices = []
for (const { id } of PRESETS) {
  const sound = await speaker.speak(tag + TEXT, { voice: id, seed: 1 })
  voices.push({ id, sound, profile: profileOf(sound) })
}

console.log('voice     pitch  melody  pace    F1    F2    F3  bright  nearest other          words wrong')
for (const { id, sound, profile } of voices) {
  const [nearest] = voices
    .filter((other) => other.id !== id)
    .map((other) => ({
      name: other.id,
      semitones: 12 * Math.abs(Math.log2(profile.pitch / other.profile.pitch)),
      decibels: colourDistance(sound, other.sound),
    }))
    .sort((a, b) => a.semitones + a.decibels - b.semitones - b.decibels)
  const errors = await wordErrors(TEXT, sound)
  console.log(
    [
      id.padEnd(9),
      `${profile.pitch.toFixed(0)} Hz`,
      `${profile.spread.toFixed(1)} st`.padStart(7),
      `${profile.syllables.toFixed(1)}/s`,
      ...medianFormants(sound).map((hertz) => hertz.toFixed(0).padStart(5)),
      brightness(sound).toFixed(1).padStart(6),
      `${nearest.name} ${nearest.semitones.toFixed(1)} st ${nearest.decibels.toFixed(1)} dB`.padEnd(22),
      errors === null ? 'not measured' : `${(100 * errors).toFixed(0)} %`,
    ].join(' '),
  )
}
