import { catalogue } from './catalogue'

/** What a webhook was told, and how that went. */
export const deliveryWords = catalogue(
  {
    deliveries: 'Deliveries',
    none: 'Nothing was sent yet. Send a test, or make a video; events of the last 30 days are kept here.',
    loading: 'Loading what was sent',
    outcomes: { pending: 'Not delivered yet', delivered: 'Delivered', failed: 'Given up' },
    test: 'A test',
    sendNow: 'Send now',
    sendAgain: 'Send again',
    tries: (count: number) => (count === 1 ? '1 try' : `${count} tries`),
    answered: (status: number, took: string) => `answered ${status} after ${took}`,
    noAnswer: (took: string) => `no answer after ${took}`,
    nextNow: 'next now',
    nextIn: (duration: string) => `next in ${duration}`,
    accepted: (status: number | null) => `Accepted with ${status}.`,
    took: (duration: string) => `It took ${duration}.`,
  },
  {
    de: {
      deliveries: 'Zustellungen',
      none: 'Noch wurde nichts gesendet. Sende einen Test oder mach ein Video; Meldungen der letzten 30 Tage bleiben hier.',
      loading: 'Lädt, was gesendet wurde',
      outcomes: { pending: 'Noch nicht zugestellt', delivered: 'Zugestellt', failed: 'Aufgegeben' },
      test: 'Ein Test',
      sendNow: 'Jetzt senden',
      sendAgain: 'Noch einmal senden',
      tries: (count) => (count === 1 ? '1 Versuch' : `${count} Versuche`),
      answered: (status, took) => `Antwort ${status} nach ${took}`,
      noAnswer: (took) => `keine Antwort nach ${took}`,
      nextNow: 'nächster jetzt',
      nextIn: (duration) => `nächster in ${duration}`,
      accepted: (status) => `Mit ${status} angenommen.`,
      took: (duration) => `Es dauerte ${duration}.`,
    },
  },
)
