import { TAGS, type TagCategory } from '@/lib/boson/tags'
import { PRESETS } from '@/lib/engine/speech/presets'
import { PRONUNCIATION, SPEECH, VOICE, WORD_TIMES } from '@/lib/openapi/examples'
import { Code } from '../code'
import { Section } from '../section'
import { Mono, Words } from '../words'

export function Speech() {
  return (
    <Section
      id="speech"
      title="Speech alone"
      code={
        <>
          <Code name="An MP3" code={SPEECH.script} />
          <Code name="With the time of each word" code={WORD_TIMES.script} />
        </>
      }
    >
      <p>
        <Words>
          `POST /v1/audio/speech` speaks without a picture: as `mp3`, `opus`, `aac`, `flac`, `wav` or `pcm`,
          the last two in 24 kHz, mono, 16 bit. With `"stream": true`, which needs `pcm`, the sound comes
          while it is spoken. With `"timestamps": true` the answer is JSON: the sound in base64, and when each
          word is said.
        </Words>
      </p>
    </Section>
  )
}

export function Voices() {
  return (
    <Section id="voices" title="Voices" code={<Code name="A voice of your own" code={VOICE.script} />}>
      <p>
        <Words>
          `voice` is the name of a preset, or of a voice you have made. `GET /v1/voices` lists the presets and
          what was added to this studio: an operator’s voices in the format of Piper (`VOICES_DIR`), and where
          `espeak-ng` is installed robotic ones for 17 other languages, `espeak-de` for German.
        </Words>
      </p>
      <dl className="sm:columns-2">
        {PRESETS.map(({ id, description }) => (
          <div key={id} className="flex gap-3 py-1">
            <dt className="w-20 font-mono text-sm leading-6">{id}</dt>
            <dd className="text-sm leading-6 text-quiet">{description}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Words>
          For a voice of your own, send a clip of at least 3 seconds and what is said in it. For one request
          only, send the clip as `ref_audio` in place of `voice`. You must have the right to use the voice.
        </Words>
      </p>
      <p>
        With a Boson key the voice is cloned. The studio’s own engine does not clone: it speaks in the trained
        voice that is nearer to the clip, brought to the clip’s pitch and tone.
      </p>
    </Section>
  )
}

const CATEGORIES: { category: TagCategory; title: string; place: string }[] = [
  { category: 'emotion', title: 'Emotion', place: 'Before the words it colours.' },
  { category: 'style', title: 'Style', place: 'Before the words it colours.' },
  {
    category: 'prosody',
    title: 'Pace, pitch and pauses',
    place: 'Before the words; a pause exactly where it falls.',
  },
  { category: 'sfx', title: 'Sounds', place: 'Right before the sound as you would write it.' },
]

const DIRECTED = `<|emotion:enthusiasm|>We made it!
<|prosody:pause|>
<|prosody:speed_slow|><|emotion:relief|>It took all night.
<|sfx:laughter|>Haha, <|style:whispering|>but don't tell anyone.`

export function Tags() {
  return (
    <Section
      id="tags"
      title="Directing the voice"
      code={
        <>
          <Code name="A script with tags" code={DIRECTED} />
          <Code name="A word for the dictionary" code={PRONUNCIATION.script} />
        </>
      }
    >
      <p>
        <Words>
          Tags in the script say how it is to be said. Each is written `&lt;|category:name|&gt;`, can be
          combined with others, and holds until another of its kind. Whatever is no tag is read aloud.
        </Words>
      </p>
      <p>
        <Words>
          The studio’s own engine says a word as you spell its sounds: `[Nguyen](/wˈɪn/)`, the word in
          brackets, then its phonemes (IPA) between slashes. Captions show the word only, and a Boson key is
          sent it only. What your team says often belongs in its dictionary, `/v1/pronunciations`: there
          `said_as` may be plain words as well, which a Boson key is sent in the word’s place.
        </Words>
      </p>
      <dl>
        {CATEGORIES.map(({ category, title, place }) => (
          <div key={category} className="border-t border-hair py-3">
            <dt className="text-sm font-medium">
              {title} <span className="font-normal text-quiet">{place}</span>
            </dt>
            <dd className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              {TAGS.filter((tag) => tag.category === category).map((tag) => (
                <Mono key={tag.text}>{tag.text}</Mono>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
