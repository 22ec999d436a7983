import { catalogue } from './catalogue'

/** What viewers say about a shared film. */
export const commentWords = catalogue(
  {
    comments: 'Comments',
    like: (likes: number) => (likes === 0 ? 'Like this moment' : `Like this moment · ${likes}`),
    yourName: 'Your name',
    comment: 'Comment',
    commentAs: (name: string) => `Comment as ${name}`,
    sayAt: (moment: string) => `Say it at ${moment}`,
    goTo: (moment: string) => `Go to ${moment}`,
    ofTheStudio: ', of the studio',
    deleteCommentOf: (name: string) => `Delete the comment of ${name}`,
  },
  {
    de: {
      comments: 'Kommentare',
      like: (likes) => (likes === 0 ? 'Diese Stelle gefällt mir' : `Diese Stelle gefällt mir · ${likes}`),
      yourName: 'Dein Name',
      comment: 'Kommentar',
      commentAs: (name) => `Kommentar als ${name}`,
      sayAt: (moment) => `Bei ${moment} sagen`,
      goTo: (moment) => `Zu ${moment} springen`,
      ofTheStudio: ', vom Studio',
      deleteCommentOf: (name) => `Kommentar von ${name} löschen`,
    },
  },
)
