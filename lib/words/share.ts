import { catalogue } from './catalogue'

/** A shared film, on its own page or in another site's. */
export const shareWords = catalogue(
  {
    untold: 'A shared video',
    sharedBy: (name: string, time: string) => `Shared by ${name}, ${time}`,
    transcript: 'Transcript',
    couldNotBeMade: 'This video could not be made.',
    mayTryAgain: (name: string) =>
      `This video could not be made. ${name} can try again, and this page will then show it.`,
    restBeingMade: 'The rest is still being made',
    withCaptions: 'With captions',
    copyLink: 'Copy link',
    copyLinkAt: (moment: string) => `Copy link at ${moment}`,
    captions: 'Captions',
    openInTab: 'Open it in a new tab',
    madeWithAi: 'Made with AI',
    whatThatMeans: 'What that means',
    meaning:
      'A still portrait was animated to speak. The person in the picture did not say these words on camera.',
    saveFile: 'Save the file',
    signedToSave: (save: string, reader: string) =>
      `The file carries Content Credentials, a signed record of how it was made. ${save} and open it with a Content Credentials reader, such as ${reader}, to see who signed it and whether it has been changed since.`,
    signed: (reader: string) =>
      `The file carries Content Credentials, a signed record of how it was made. Whoever has the file can open it with a Content Credentials reader, such as ${reader}, to see who signed it and whether it has been changed since.`,
    signer:
      'What this studio’s own engine made is signed with a certificate of this installation: readers will say that the signer is on no trust list.',
  },
  {
    de: {
      untold: 'Ein geteiltes Video',
      sharedBy: (name, time) => `Geteilt von ${name}, ${time}`,
      transcript: 'Mitschrift',
      couldNotBeMade: 'Dieses Video ist nicht gelungen.',
      mayTryAgain: (name) =>
        `Dieses Video ist nicht gelungen. ${name} kann es noch einmal versuchen; dann erscheint es hier.`,
      restBeingMade: 'Der Rest entsteht noch',
      withCaptions: 'Mit Untertiteln',
      copyLink: 'Link kopieren',
      copyLinkAt: (moment) => `Link ab ${moment} kopieren`,
      captions: 'Untertitel',
      openInTab: 'In neuem Tab öffnen',
      madeWithAi: 'Mit KI gemacht',
      whatThatMeans: 'Was das heißt',
      meaning:
        'Ein stehendes Porträt wurde zum Sprechen gebracht. Die Person im Bild hat diese Worte nicht vor einer Kamera gesagt.',
      saveFile: 'Speichere die Datei',
      signedToSave: (save, reader) =>
        `Die Datei trägt Content Credentials, einen signierten Nachweis, wie sie entstanden ist. ${save} und öffne sie mit einem Leser für Content Credentials wie ${reader}: Er zeigt, wer sie signiert hat und ob sie seither verändert wurde.`,
      signed: (reader) =>
        `Die Datei trägt Content Credentials, einen signierten Nachweis, wie sie entstanden ist. Wer die Datei hat, kann sie mit einem Leser für Content Credentials wie ${reader} öffnen: Er zeigt, wer sie signiert hat und ob sie seither verändert wurde.`,
      signer:
        'Was dieses Studio selbst gemacht hat, ist mit einem Zertifikat dieser Installation signiert: Leser werden melden, dass es auf keiner Vertrauensliste steht.',
    },
  },
)
