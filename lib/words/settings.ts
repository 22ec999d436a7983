import { catalogue } from './catalogue'

/** The page of settings. */
export const settingsWords = catalogue(
  {
    settings: 'Settings',
    pronunciations: 'Pronunciations',
    pronunciationsLead: 'How the team wants names, brands and abbreviations said, in every script.',
    pronunciationsCount: (words: number) =>
      words === 0 ? 'No words yet' : words === 1 ? '1 word' : `${words} words`,
    pronunciationsUse: 'A word that a voice gets wrong is put right once, for everybody.',
    openDictionary: 'Open the dictionary',
    documentation: 'the API’s documentation',
    language: 'Language',
    languageLead: 'What these pages speak, on this device. A video speaks the language of its script.',
  },
  {
    de: {
      settings: 'Einstellungen',
      pronunciations: 'Aussprache',
      pronunciationsLead:
        'Wie das Team Namen, Marken und Abkürzungen gesprochen haben will, in jedem Skript.',
      pronunciationsCount: (words) =>
        words === 0 ? 'Noch keine Wörter' : words === 1 ? '1 Wort' : `${words} Wörter`,
      pronunciationsUse: 'Was eine Stimme falsch sagt, wird einmal berichtigt, für alle.',
      openDictionary: 'Wörterbuch öffnen',
      documentation: 'der Dokumentation der API',
      language: 'Sprache',
      languageLead:
        'In ihr sind diese Seiten auf diesem Gerät. Ein Video spricht die Sprache seines Skripts.',
    },
  },
)
