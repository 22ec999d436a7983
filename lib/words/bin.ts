import { catalogue } from './catalogue'

/** What was deleted, and the way back. */
export const binWords = catalogue(
  {
    bin: 'Bin',
    gallery: 'Gallery',
    empty: 'Nothing is in the bin. What is deleted lies here for 30 days, in case somebody misses it.',
    lead: 'Deleted videos lie here for 30 days; their links do not work meanwhile.',
    deleted: (name: string, time: string) => `${name}, deleted ${time}`,
    restore: 'Restore',
    restoreNamed: (title: string) => `Restore ${title}`,
    deleteForGood: 'Delete for good',
    deleteNamedForGood: (title: string) => `Delete ${title} for good`,
    deleteQuestion: 'Delete this video for good?',
    deleteConsequence: 'Its files and links are removed now. This cannot be undone.',
    isInBin: (title: string) => `“${title}” is in the bin`,
    areInBin: (count: number) => `${count} videos are in the bin`,
  },
  {
    de: {
      bin: 'Papierkorb',
      gallery: 'Galerie',
      empty: 'Der Papierkorb ist leer. Was gelöscht wird, liegt hier 30 Tage, falls es jemand vermisst.',
      lead: 'Gelöschte Videos liegen hier 30 Tage; ihre Links gehen solange nicht.',
      deleted: (name, time) => `${name}, gelöscht ${time}`,
      restore: 'Wiederherstellen',
      restoreNamed: (title) => `${title} wiederherstellen`,
      deleteForGood: 'Endgültig löschen',
      deleteNamedForGood: (title) => `${title} endgültig löschen`,
      deleteQuestion: 'Dieses Video endgültig löschen?',
      deleteConsequence:
        'Seine Dateien und Links werden jetzt entfernt. Das lässt sich nicht rückgängig machen.',
      isInBin: (title) => `„${title}“ ist im Papierkorb`,
      areInBin: (count) => `${count} Videos sind im Papierkorb`,
    },
  },
)
