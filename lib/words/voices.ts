import { catalogue } from './catalogue'

/** The voices to choose from. */
export const voiceWords = catalogue(
  {
    voice: 'Voice',
    add: 'Add a voice',
    more: 'More voices',
    own: 'Custom voice',
    unnamed: 'Unnamed voice',
    listenTo: (name: string) => `Listen to ${name}`,
    stop: (name: string) => `Stop ${name}`,
    keepOnTop: (name: string) => `Keep ${name} at the top`,
    remove: (name: string) => `Delete ${name}`,
    removed: (name: string) => `“${name}” was deleted.`,
  },
  {
    de: {
      voice: 'Stimme',
      add: 'Stimme hinzufügen',
      more: 'Weitere Stimmen',
      own: 'Eigene Stimme',
      unnamed: 'Stimme ohne Namen',
      listenTo: (name) => `${name} anhören`,
      stop: (name) => `${name} anhalten`,
      keepOnTop: (name) => `${name} oben behalten`,
      remove: (name) => `${name} löschen`,
      removed: (name) => `„${name}“ wurde gelöscht.`,
    },
  },
)
