import { catalogue } from './catalogue'

/** Who makes a video: choosing, finishing elsewhere, and comparing. */
export const engineWords = catalogue(
  {
    engine: 'Engine',
    names: { local: 'This studio', boson: 'Boson' },
    choices: { local: 'Draft here', boson: 'Boson' },
    hints: { local: 'free of charge', boson: 'charged by Boson' },
    about: (price: string) => `about ${price}`,
    finish: 'Finish on Boson',
    finishFor: (price: string) => `Finish on Boson, about ${price}`,
    compare: 'Compare',
    compareBoson: 'Compare with Boson',
    inMaking: 'Being made on Boson',
    compareWith: (what: string) => `Compare with: ${what}`,
    compareTitle: (title: string) => `Two versions of ${title}`,
    back: 'Back to the video',
    sound: 'Sound',
    newer: 'The newer',
    older: 'The older',
  },
  {
    de: {
      engine: 'Engine',
      names: { local: 'Dieses Studio', boson: 'Boson' },
      choices: { local: 'Hier entwerfen', boson: 'Boson' },
      hints: { local: 'kostenlos', boson: 'von Boson berechnet' },
      about: (price) => `etwa ${price}`,
      finish: 'Bei Boson fertigstellen',
      finishFor: (price) => `Bei Boson fertigstellen, etwa ${price}`,
      compare: 'Vergleichen',
      compareBoson: 'Mit Boson vergleichen',
      inMaking: 'Entsteht bei Boson',
      compareWith: (what) => `Vergleichen mit: ${what}`,
      compareTitle: (title) => `Zwei Fassungen von ${title}`,
      back: 'Zurück zum Video',
      sound: 'Ton',
      newer: 'Die neuere',
      older: 'Die ältere',
    },
  },
)
