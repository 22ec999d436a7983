import { StudioError } from '@/lib/boson/errors'

/**
 * Words that show a text to be in a language: its commonest that are neither English words nor parts of names ("de",
 * "la", "van").
 */
const WORDS: Readonly<Record<string, string>> = {
  German:
    'und ist nicht ich das ein eine einen einem einer eines auf für sie wir zu auch dem sich wie aber oder wenn mein ' +
    'meine haben habe wird werden sind bei nur noch nach über kann können sehr guten zum zur dass ihr ihre uns heute ' +
    'hier schon mehr diese dieser dieses durch vom hallo danke bitte alle gibt immer',
  French:
    'je tu vous nous elle ils que qui ce cette ces mais une et en au aux ne pas mon mes ses suis sont être très bien ' +
    "bonjour avec dans sur tout tous votre notre leur fait c'est j'ai n'est qu'il d'un d'une l'on merci aussi où " +
    'peut faire sans comme était avez avons ça va',
  Spanish:
    'que en es por con para una está están pero más como muy mi esta este esto hola también qué cómo todo todos ' +
    'cuando porque se lo su sus nos nuestro nuestra estoy eres somos gracias hoy aquí buenos buenas tiene puede ' +
    'nuestros fue ser usted te',
  Italian:
    'che è non una sono questo questa della delle degli nel nella mi ti ci anche più gli perché molto io ciao dei alla ' +
    'con hai hanno siamo essere tutto tutti oggi grazie buongiorno mio mia suo sua bene cosa quando fatto lo si ' +
    'abbiamo nostro nostra',
  Portuguese:
    'que não todo todos eles elas uma para você vocês eu é está isso mais muito mas seu sua ele ela foi são também olá obrigado obrigada ' +
    'meu minha por ao dia hoje aqui nós esta este tem ser quando como bem nosso nossa estou bom',
  Dutch:
    'het een niet zijn voor maar ook dat wij jij ik naar deze goed bij zo wordt worden heeft hebben kunnen veel ' +
    'geen mijn je haar nog aan uit hij ze vandaag onze dank hallo welkom kan moet waar meer',
  Polish:
    'nie się jest na że jak czy tak już dla przez jestem był była są bardzo tylko może dzień dobry cześć mnie ta to ' +
    'będzie dziękuję ich tym które który gdzie jego wszystko po',
  Swedish: 'och att det är inte på som för ett har vi hon från också mycket hej av idag vad',
  Danish: 'og ikke jeg på det til af som har hvad vi hun være meget hej kan også fra dag mig tak',
  Norwegian: 'og ikke jeg på det til av som har hva vi hun være mye hei kan også fra dag deg takk',
  Turkish:
    've bir bu için çok değil daha gibi merhaba nasıl olarak kadar bugün evet hayır teşekkür bana sana biz',
  Indonesian: 'ini itu dengan untuk tidak dari saya kami anda ada akan adalah pada juga bisa kita selamat di',
  Czech: 'že se na je jsem není jako tak jsou dobrý jak už byl který také ahoj děkuji jsme dnes nebo když',
  Romanian: 'și este nu sunt cu pentru mai că bună foarte sau acest această fost azi eu lui într-o',
  Hungarian: 'és hogy nem egy az ez csak már vagy jó nagyon köszönöm szia én itt vagyok',
  Finnish: 'ja ei että hän minä mutta ovat kun niin kuin olen hyvää kiitos tämä olla myös tänään mitä',
  Vietnamese: 'tôi là không và của có bạn một những được cho này rất với chúng xin chào',
}

/** Words that show a text to be English: common ones that no language above has too. */
const ENGLISH =
  'the and that you with are this my your from have they but what there would were which their been who how when our ' +
  'his she because about could should just very some these those then than them into only other after before where ' +
  'why does did doing done going get got make made know think see look want give use find tell ask work call said say ' +
  'says love loves here every each its not any many much both through never always again between under while being ' +
  "it's don't i'm can't won't isn't that's let's you're we're he's she's they're i've i'll didn't doesn't people time " +
  'year way day world life new good great old right first last long little own big high different small next early ' +
  'young thank thanks please hello welcome yes today tomorrow one two three four five seven eight nine hundred'

const CLUES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(' '))]),
)
const ENGLISH_CLUES: ReadonlySet<string> = new Set(ENGLISH.split(' '))

/** Fewer are a greeting or a name that anybody may use. */
const FEWEST_WORDS = 4
/** One English word in so many of another language: it is no longer mixed. */
const ENGLISH_ALLOWED = 1 / 8

/**
 * The language a text is in, where it is plainly another than English and written in Latin letters; null otherwise.
 * Errs towards English: names, titles, loan words and a phrase within English give null, as do a few words alone.
 */
export function foreignLanguage(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}'-]*/gu) ?? []
  const english = words.filter((word) => ENGLISH_CLUES.has(word)).length
  let best = { language: '', hits: 0, kinds: 0 }
  for (const [language, clues] of CLUES) {
    const found = words.filter((word) => clues.has(word))
    const kinds = new Set(found).size
    if (found.length > best.hits) best = { language, hits: found.length, kinds }
  }
  const share = best.hits / words.length
  const plain = (best.kinds >= 2 && share >= 0.3) || (best.kinds >= 3 && share >= 0.15)
  return words.length >= FEWEST_WORDS && plain && english <= ENGLISH_ALLOWED * best.hits
    ? best.language
    : null
}

/** The languages, by their names in English, that {@link foreignLanguage} can tell. */
export const TOLD_LANGUAGES: ReadonlySet<string> = new Set(Object.keys(WORDS))

/**
 * What refuses a script in another language than the studio's own voices speak: `invalid_request` with code
 * `language_not_supported`, param `input_tts`. Of other scripts than Latin see `requireLatinScript`.
 * @param voices ids of the added voices that speak the language
 */
export function notEnglish(language: string, voices: readonly string[]): StudioError {
  const way =
    voices.length > 0
      ? `Choose the voice ${voices[0]}, write it in English, or upload a recording instead.`
      : 'Write it in English, or upload a recording instead. Where espeak-ng is installed, the studio speaks it too.'
  return new StudioError(
    'invalid_request',
    `The script is in ${language}, but the studio’s own voices speak only English. ${way}`,
    { param: 'input_tts', code: 'language_not_supported' },
  )
}
