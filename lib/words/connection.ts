import { catalogue } from './catalogue'

/** What the page itself says of a request; a refusal by the studio is in the studio's words. */
export const connectionWords = catalogue(
  {
    unreachable: 'The studio cannot be reached. Check the connection and try again.',
    unreadable: 'The studio sent an answer this page cannot read. Reload the page and try again.',
    stopped: 'Stopped before it was sent.',
  },
  {
    de: {
      unreachable: 'Das Studio ist nicht zu erreichen. Prüfe die Verbindung und versuch es noch einmal.',
      unreadable:
        'Das Studio hat etwas geantwortet, das diese Seite nicht lesen kann. Lade die Seite neu und versuch es noch einmal.',
      stopped: 'Angehalten, bevor es gesendet war.',
    },
  },
)
