import { catalogue } from './catalogue'

/** A video that did not come to be: why, what it cost, what would mend it. */
export const failureWords = catalogue(
  {
    cancelled: 'Cancelled',
    cancelledWhy: 'It was stopped before it was done. Nothing you put in is lost.',
    failed: 'This video could not be made',
    failedWhy: 'The studio did not write down why. Try again.',
    charge: {
      free: 'Nothing was charged: this studio’s own engine costs nothing.',
      refused: 'Boson did not accept the order, so nothing was charged.',
      unknown:
        'Whether Boson accepted and charged it is not known. Look at the usage in your Boson account before trying again.',
      begun: 'Boson may have charged for what was begun. The usage in your Boson account says so.',
    },
    fixes: {
      portrait: 'Choose another portrait',
      script: 'Shorten the script',
      length: 'Shorten what is said',
      speech: 'Write something to say',
      voice: 'Choose another voice',
    },
    tryAgain: 'Try again',
  },
  {
    de: {
      cancelled: 'Abgebrochen',
      cancelledWhy:
        'Es wurde angehalten, bevor es fertig war. Nichts von dem, was du eingegeben hast, ist verloren.',
      failed: 'Dieses Video ist nicht zustande gekommen',
      failedWhy: 'Das Studio hat nicht vermerkt, warum. Versuch es noch einmal.',
      charge: {
        free: 'Nichts wurde berechnet: Die eigene Engine dieses Studios kostet nichts.',
        refused: 'Boson hat den Auftrag nicht angenommen, also wurde nichts berechnet.',
        unknown:
          'Ob Boson den Auftrag angenommen und berechnet hat, ist nicht bekannt. Sieh den Verbrauch in deinem Boson-Konto an, bevor du es noch einmal versuchst.',
        begun:
          'Boson hat vielleicht berechnet, was begonnen war. Der Verbrauch in deinem Boson-Konto sagt es dir.',
      },
      fixes: {
        portrait: 'Anderes Porträt wählen',
        script: 'Skript kürzen',
        length: 'Gesprochenes kürzen',
        speech: 'Etwas zum Sprechen schreiben',
        voice: 'Andere Stimme wählen',
      },
      tryAgain: 'Noch einmal versuchen',
    },
  },
)
