import { catalogue } from './catalogue'

/** The page one writes on, and what can be done with the words at the caret. */
export const scriptWords = catalogue(
  {
    script: 'Script',
    invitation: 'What should they say?',
    limits: (characters: string, seconds: number) => `Up to ${characters} characters and ${seconds} s`,
    length: (characters: string) => `${characters} characters`,
    lengthAndTime: (characters: string, time: string) => `${characters} characters, about ${time}`,
    tooMany: (characters: string, most: string, over: string) =>
      `${characters} characters. The limit is ${most}: take out ${over}.`,
    tooLong: (characters: string, time: string, most: number) =>
      `${characters} characters, about ${time}. A video is at most ${most} s long, so this is likely too much.`,
    hear: 'Hear this line',
    stop: 'Stop',
    beingSpoken: 'Being spoken',
    addDirection: 'Add direction',
    sayDifferently: 'Say it differently',
    sayWordDifferently: (word: string) => `Say “${word}” differently`,
    sayAnyWordDifferently: 'Say a word differently',
    saidSo: (word: string) => `“${word}” is said so from now on.`,
  },
  {
    de: {
      script: 'Skript',
      invitation: 'Was soll gesagt werden?',
      limits: (characters, seconds) => `Bis zu ${characters} Zeichen und ${seconds} s`,
      length: (characters) => `${characters} Zeichen`,
      lengthAndTime: (characters, time) => `${characters} Zeichen, etwa ${time}`,
      tooMany: (characters, most, over) =>
        `${characters} Zeichen. Die Grenze liegt bei ${most}: Nimm ${over} heraus.`,
      tooLong: (characters, time, most) =>
        `${characters} Zeichen, etwa ${time}. Ein Video ist höchstens ${most} s lang, das ist wohl zu viel.`,
      hear: 'Satz anhören',
      stop: 'Anhalten',
      beingSpoken: 'Wird gesprochen',
      addDirection: 'Anweisung geben',
      sayDifferently: 'Anders sagen',
      sayWordDifferently: (word) => `„${word}“ anders aussprechen`,
      sayAnyWordDifferently: 'Ein Wort anders aussprechen',
      saidSo: (word) => `„${word}“ wird ab jetzt so gesprochen.`,
    },
  },
)
