import { catalogue } from './catalogue'

/** What is done everywhere in the studio in the same words. */
export const actionWords = catalogue(
  {
    save: 'Save',
    cancel: 'Cancel',
    done: 'Done',
    close: 'Close',
    keep: 'Keep',
    edit: 'Edit',
    remove: 'Delete',
    undo: 'Undo',
    loading: 'Loading',
    showMore: 'Show more',
    download: 'Download',
    copy: 'Copy',
    copyNamed: (name: string) => `Copy ${name.toLowerCase()}`,
    copied: 'Copied',
    copyByHand: 'This browser does not allow copying here. Select the text and copy it by hand.',
    copyAddress: (address: string) => `This browser does not allow copying here. The address is ${address}`,
  },
  {
    de: {
      save: 'Speichern',
      cancel: 'Abbrechen',
      done: 'Fertig',
      close: 'Schließen',
      keep: 'Behalten',
      edit: 'Bearbeiten',
      remove: 'Löschen',
      undo: 'Rückgängig',
      loading: 'Wird geladen',
      showMore: 'Mehr zeigen',
      download: 'Herunterladen',
      copy: 'Kopieren',
      copyNamed: (name) => `${name} kopieren`,
      copied: 'Kopiert',
      copyByHand: 'Dieser Browser erlaubt hier kein Kopieren. Markiere den Text und kopiere ihn von Hand.',
      copyAddress: (address) => `Dieser Browser erlaubt hier kein Kopieren. Die Adresse ist ${address}`,
    },
  },
)
