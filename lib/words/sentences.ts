import { catalogue } from './catalogue'

/** A finished video's script, and changing sentences of it. */
export const sentenceWords = catalogue(
  {
    script: 'Script',
    change: 'Change a sentence',
    consequence: {
      part: 'Only what you change is spoken and filmed again. The video as it is now stays beside the new one.',
      whole:
        'Boson makes the whole video again, and charges for it as for a new one. The video as it is now stays beside it.',
    },
    make: 'Make the change',
    leave: 'Leave as it was',
    nothingLeft: 'Nothing is left to say. Keep at least one sentence.',
    play: (number: number, time: string) => `Play sentence ${number} as it is, at ${time}`,
    sentence: (number: number) => `Sentence ${number}`,
    leftOut: 'Left out',
    isLeftOut: 'This sentence is left out.',
    hear: 'Hear it',
    stop: 'Stop',
    asItWas: 'As it was',
  },
  {
    de: {
      script: 'Skript',
      change: 'Einen Satz ändern',
      consequence: {
        part: 'Nur was du änderst, wird neu gesprochen und gefilmt. Das jetzige Video bleibt neben dem neuen stehen.',
        whole:
          'Boson macht das ganze Video noch einmal und berechnet es wie ein neues. Das jetzige Video bleibt daneben stehen.',
      },
      make: 'Änderung machen',
      leave: 'Lassen, wie es war',
      nothingLeft: 'Es bleibt nichts zu sagen. Behalte mindestens einen Satz.',
      play: (number, time) => `Satz ${number} abspielen, wie er ist, bei ${time}`,
      sentence: (number) => `Satz ${number}`,
      leftOut: 'Ausgelassen',
      isLeftOut: 'Dieser Satz wird ausgelassen.',
      hear: 'Anhören',
      stop: 'Anhalten',
      asItWas: 'Wie er war',
    },
  },
)
