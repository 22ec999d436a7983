import { catalogue } from './catalogue'

/** What a link says that does not, or not yet, show its film. */
export const shareGateWords = catalogue(
  {
    unknown: 'Nothing is shown here',
    unknownWhy:
      'The link has been given a new address, its video was deleted, or it was not copied whole. Ask whoever sent it for a new one.',
    takenBack: 'This link was taken back',
    takenBackWhy: (name: string) =>
      `${name} shared a video here and has since stopped sharing it. Ask ${name} for a new link.`,
    expired: 'This link has expired',
    expiredWhy: (name: string, time: string) =>
      `${name} shared a video here for a time, which ended ${time}. Ask ${name} for a new link.`,
    locked: 'A password opens this video',
    lockedWhy: (name: string) => `${name} has locked it. Whoever sent you the link knows the password.`,
    password: 'Password',
    watch: 'Watch',
    wrongPassword: 'This is not the password. Check capital letters, then try again.',
    tooManyTries: 'Too many tries. Wait 15 minutes, then try again.',
    forSome: 'This video is for some people only',
    forDomains: (domains: string) =>
      `It can be watched by members of this studio with an e-mail address at ${domains}.`,
    signedInAs: (email: string) => `You are signed in as ${email}.`,
    signInOtherwise: 'Sign out and in again with another address, or ask whoever sent the link.',
    signIn: 'Sign in',
    embedLocked: 'A password opens this video.',
    embedForMembers: 'This video is for members.',
    embedEnded: 'This video is no longer shared.',
  },
  {
    de: {
      unknown: 'Hier ist nichts zu sehen',
      unknownWhy:
        'Der Link hat eine neue Adresse bekommen, sein Video wurde gelöscht, oder er wurde nicht ganz kopiert. Bitte, wer ihn geschickt hat, um einen neuen.',
      takenBack: 'Dieser Link wurde zurückgezogen',
      takenBackWhy: (name) =>
        `${name} hat hier ein Video geteilt und teilt es nicht mehr. Bitte ${name} um einen neuen Link.`,
      expired: 'Dieser Link ist abgelaufen',
      expiredWhy: (name, time) =>
        `${name} hat hier ein Video auf Zeit geteilt; sie endete ${time}. Bitte ${name} um einen neuen Link.`,
      locked: 'Ein Passwort öffnet dieses Video',
      lockedWhy: (name) => `${name} hat es gesperrt. Wer dir den Link geschickt hat, kennt das Passwort.`,
      password: 'Passwort',
      watch: 'Ansehen',
      wrongPassword:
        'Das ist nicht das Passwort. Prüfe Groß- und Kleinschreibung und versuche es noch einmal.',
      tooManyTries: 'Zu viele Versuche. Warte 15 Minuten und versuche es dann noch einmal.',
      forSome: 'Dieses Video ist nur für bestimmte Leute',
      forDomains: (domains) =>
        `Ansehen können es Mitglieder dieses Studios mit einer E-Mail-Adresse bei ${domains}.`,
      signedInAs: (email) => `Du bist als ${email} angemeldet.`,
      signInOtherwise:
        'Melde dich ab und mit einer anderen Adresse wieder an, oder frage, wer den Link geschickt hat.',
      signIn: 'Anmelden',
      embedLocked: 'Ein Passwort öffnet dieses Video.',
      embedForMembers: 'Dieses Video ist für Mitglieder.',
      embedEnded: 'Dieses Video wird nicht mehr geteilt.',
    },
  },
)
