import { expect, test } from 'vitest'
import { TOLD_LANGUAGES } from '@/lib/engine/speech/language'
import { serverFiles, textsIn, textsOf } from '@/lib/testing/server-sentences'
import { inGerman, SENTENCES } from './in-german'
import { LANGUAGE_NAMES } from './languages'

/** What no page shows. */
const UNSHOWN: readonly string[] = [
  // How a request is made by hand: the pages make none so.
  '{0}: send {1}.',
  'A body of type {0} is not accepted',
  'The request has no Content-Type',
  'A compressed body is not accepted: send it as it is.',
  'Idempotency-Key must be 1 to 255 visible characters.',
  'This Idempotency-Key was used for another request. Use a new key for each.',
  'The first request with this Idempotency-Key is still being answered. Ask again in a moment.',
  'The body is not well-formed JSON.',
  '{0} is not a JSON {1}: send {2}.',
  '{0} is neither a URL, a data URI nor base64.',
  'The field {0} was sent twice.',
  'A form may have at most {0} files and {1} other fields.',
  'There is no field named {0}. Leave it out.',
  'body',
  'Media can only be read: use GET.',
  '{0} is not possible here. Use {1}.',
  'There is nothing at an address with a null character.',
  // Names of things, which the pages take from the studio itself.
  'it is no id of a batch',
  'it is no id of a video',
  'Not the id of a delivery',
  'There is no model named {0}. Use {1}.',
  'There is no variant {0}. Use {1}.',
  '{0} is no file that is made on demand. Use {1}.',
  'gif',
  'captioned',
  // Fields that no page sends, or never empty.
  'input_tts.stream is not supported in a video request. Leave it out.',
  'Say what to change: title, tags or folder.',
  'Say what to change: add_tags, remove_tags, folder or deleted.',
  'Name at least one video.',
  // For other sites, the operator's terminal and the log.
  'A video made with AI, shared by {0}.',
  'There is no account for {0}. Add it first: studio user add.',
  'The voice {0}.onnx is left out: the studio has a voice of that name. Rename it.',
  "The voices' directory {0} cannot be read. Name an existing one in VOICES_DIR.",
  'The voice {0} has no phoneme for "{1}", which is left out.',
]

const texts = serverFiles().map((file) => ({ file, ...textsOf(file) }))

test('all that the server may say to a reader has a German counterpart', () => {
  const said = texts.flatMap(({ file, said }) => said.map((text) => ({ file, text })))
  expect(said.length).toBeGreaterThan(200)
  const untold = said.filter(({ text }) => !Object.hasOwn(SENTENCES, text) && !UNSHOWN.includes(text))
  expect(untold).toEqual([])
})

test('no counterpart is left of what the server says no more', () => {
  const all = new Set([...texts.flatMap(({ all }) => all), ...TOLD_LANGUAGES, 'English'])
  expect([...Object.keys(SENTENCES), ...UNSHOWN].filter((text) => !all.has(text))).toEqual([])
})

test('every language that a refusal may name has a German name', () => {
  expect(Object.keys(LANGUAGE_NAMES).sort()).toEqual(['English', ...TOLD_LANGUAGES].sort())
})

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is code that is read.
test.each([
  [`throw new StudioError('conflict', 'It is so')`, ['It is so']],
  ['throw refusal("no_face", `There are ${n} faces.`)', ['There are {0} faces.']],
  [
    'const whose = team ? `Yours has ${n}` : "It is"; f(`${whose}. Wait.`)',
    ['{0}. Wait.', 'Yours has {0}', 'It is'],
  ],
  ['function broken(why) { return `It ${why} now.` }; broken("stopped")', ['It {0} now.', 'stopped']],
  ['z.string().min(1, "write it").meta({ description: "A name for it." })', ['write it']],
  ['throw new Error("Nobody sees this one.")', []],
  ['log.warn("Only the log has it.")', []],
])('finds what is said in %s', (code, said) => {
  expect(textsIn(code).said).toEqual(said)
})
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above

const places = (template: string) =>
  [...template.matchAll(/\{(\d+)/g)].map(([, number]) => Number(number)).sort()

test.each(Object.entries(SENTENCES))('%s keeps its values', (english, german) => {
  expect(places(german)).toEqual(places(english))
  // Values that are sentences, have signs of patterns in them, or look like places.
  const values = ['Ada? (a+b)', '17', 'No {1} here.', '$&', 'Zoë: said so.']
  const said = inGerman(english.replace(/\{(\d)\}/g, (_, number) => values[Number(number)]))
  const text = said.map((piece) => piece.text).join('')
  expect(text).toBe(german.replace(/\{(\d)(?::\w+)?\}/g, (_, number) => values[Number(number)]))
})

test.each([
  [
    'No face was found in this picture. Use a photo of one person looking at the camera.',
    /kein Gesicht gefunden/,
  ],
  [
    'Nothing can be heard in the recording. Use a recording of speech of up to 60 seconds.',
    /^In der Aufnahme ist nichts zu hören\. Nimm eine Aufnahme von bis zu 60 Sekunden/,
  ],
  [
    'The script is in French, but the studio’s own voices speak only English. Choose the voice fr-x, write it in English, or upload a recording instead.',
    /auf Französisch.*Wähle die Stimme fr-x/,
  ],
  [
    'The script takes about 70 seconds to say, and a video is at most 60. Cut about 1 word.',
    /Streich etwa 1 Wort\.$/,
  ],
  ['Too many tries. Wait 3 minutes, then try again.', /Warte 3 Minuten und/],
  ['The upstream could not make this video: it gave no reason.', /: einen Grund nannte es nicht\.$/],
  ['“words” is in the dictionary already. Change what is said there.', /^„words“/],
])('says %s in German', (english, german) => {
  const said = inGerman(english)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ english: false, text: expect.stringMatching(german) })
})

test('marks what an upstream says in its own words', () => {
  expect(inGerman('Voice model overloaded')).toEqual([{ text: 'Voice model overloaded', english: true }])
  expect(inGerman('The upstream could not make this video: GPU lost.')).toEqual([
    { text: 'Boson konnte dieses Video nicht machen: ', english: false },
    { text: 'GPU lost.', english: true },
  ])
  expect(inGerman('The field title does not fit: Too big.')).toEqual([
    { text: 'Das Feld title passt nicht: ', english: false },
    { text: 'Too big', english: true },
    { text: '.', english: false },
  ])
})
