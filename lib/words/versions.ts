import { catalogue } from './catalogue'

/** The versions of one video, and what is different in each. */
export const versionWords = catalogue(
  {
    versions: 'Versions',
    shown: 'Shown here',
    first: 'The first',
    again: 'Made once more, nothing changed',
    changes: {
      portrait: 'another portrait',
      framing: 'framed differently',
      recording: 'another recording',
      voice: 'another voice',
      size: 'another shape',
    },
    madeBy: { local: 'made here', boson: 'made on Boson' },
    changed: (numbers: string, count: number) =>
      count === 1 ? `sentence ${numbers} changed` : `sentences ${numbers} changed`,
    added: (count: number) => (count === 1 ? 'one sentence added' : `${count} sentences added`),
    leftOut: (count: number) => (count === 1 ? 'one sentence left out' : `${count} sentences left out`),
    rewritten: 'another script',
    inMaking: 'Being made',
    waiting: 'Waiting',
    failed: 'Not made',
  },
  {
    de: {
      versions: 'Fassungen',
      shown: 'Hier zu sehen',
      first: 'Die erste',
      again: 'Noch einmal gemacht, nichts geändert',
      changes: {
        portrait: 'anderes Porträt',
        framing: 'anderer Ausschnitt',
        recording: 'andere Aufnahme',
        voice: 'andere Stimme',
        size: 'anderes Format',
      },
      madeBy: { local: 'hier gemacht', boson: 'bei Boson gemacht' },
      changed: (numbers, count) => (count === 1 ? `Satz ${numbers} geändert` : `Sätze ${numbers} geändert`),
      added: (count) => (count === 1 ? 'ein Satz mehr' : `${count} Sätze mehr`),
      leftOut: (count) => (count === 1 ? 'ein Satz weniger' : `${count} Sätze weniger`),
      rewritten: 'anderes Skript',
      inMaking: 'In Arbeit',
      waiting: 'Wartet',
      failed: 'Nicht gelungen',
    },
  },
)
