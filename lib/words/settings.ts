import { catalogue } from './catalogue'

/** The page of settings. */
export const settingsWords = catalogue(
  {
    language: 'Language',
    languageLead: 'What these pages speak, on this device. A video speaks the language of its script.',
  },
  {
    de: {
      language: 'Sprache',
      languageLead:
        'In ihr sind diese Seiten auf diesem Gerät. Ein Video spricht die Sprache seines Skripts.',
    },
  },
)
