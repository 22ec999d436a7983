import { catalogue } from './catalogue'

/** One video's page: what can be done with it, and what it is made of. */
export const videoWords = catalogue(
  {
    another: 'Make another like this',
    changeInStudio: 'Change it in the studio',
    notOpened: 'The portrait could not be loaded. Check the connection and try again.',
    cancel: 'Cancel',
    details: 'Details',
    length: 'Length',
    size: 'Size',
    speech: 'Speech',
    recording: 'A recording',
    script: (voice: string) => `Script, voice ${voice}`,
    madeBy: 'Made by',
    ownEngine: 'This studio’s own engine',
    madeFrom: 'Made from',
    earlierVersion: 'an earlier version',
    finished: 'Finished',
  },
  {
    de: {
      another: 'Noch so eines machen',
      changeInStudio: 'Im Studio ändern',
      notOpened: 'Das Porträt ließ sich nicht laden. Prüfe die Verbindung und versuch es noch einmal.',
      cancel: 'Abbrechen',
      details: 'Einzelheiten',
      length: 'Länge',
      size: 'Größe',
      speech: 'Gesagtes',
      recording: 'Eine Aufnahme',
      script: (voice) => `Skript, Stimme ${voice}`,
      madeBy: 'Gemacht von',
      ownEngine: 'Der eigenen Engine dieses Studios',
      madeFrom: 'Gemacht aus',
      earlierVersion: 'einer früheren Fassung',
      finished: 'Fertig',
    },
  },
)
