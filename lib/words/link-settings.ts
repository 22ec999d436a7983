import { catalogue } from './catalogue'

/** What can be chosen about a link: who may watch, and how its film behaves in another site. */
export const linkSettingsWords = catalogue(
  {
    edit: 'Edit the link',
    editLead: 'Changes hold at once, also for whoever watches now.',
    name: 'Name',
    nameHint: 'Only the team sees it, such as whom the link is for',
    worksUntil: 'Works until',
    worksUntilHint: 'Empty for as long as nobody revokes it',
    askForPassword: 'Ask for a password',
    password: 'Password',
    passwordKept: 'Empty to keep the one it has',
    passwordHint: 'At least 6 characters. Send it another way than the link.',
    onlyFor: 'Only for people at',
    onlyForHint:
      'Domains of e-mail addresses, with commas between. Viewers then have to sign in to this studio.',
    mayDownload: 'Viewers may download the video',
    mayComment: 'Viewers may comment',
    rotateQuestion: 'Give this link a new address?',
    rotateConsequence:
      'Whoever has the old address can no longer watch, and it cannot be brought back. Settings and views stay.',
    newAddress: 'New address',
    embed: 'Embed the video',
    embedLead: 'This code shows the video in another site.',
    embedClosed:
      'Another site shows only a way to this link, because nobody can be let in there: use a link without password and domains.',
    preview: 'Preview',
    behaviour: 'How it behaves',
    autoplay: 'Plays by itself, silently',
    loop: 'Begins again at its end',
    captions: 'Shows captions',
    lightGround: 'Stands on a light ground',
    beginsAt: 'Begins at',
    code: 'Code',
  },
  {
    de: {
      edit: 'Link bearbeiten',
      editLead: 'Änderungen gelten sofort, auch für alle, die gerade zusehen.',
      name: 'Name',
      nameHint: 'Nur das Team sieht ihn, zum Beispiel für wen der Link ist',
      worksUntil: 'Gilt bis',
      worksUntilHint: 'Leer: bis ihn jemand zurückzieht',
      askForPassword: 'Nach einem Passwort fragen',
      password: 'Passwort',
      passwordKept: 'Leer lassen, um das jetzige zu behalten',
      passwordHint: 'Mindestens 6 Zeichen. Schick es auf einem anderen Weg als den Link.',
      onlyFor: 'Nur für Leute bei',
      onlyForHint:
        'Domains von E-Mail-Adressen, mit Kommas dazwischen. Wer zusehen will, muss sich dann bei diesem Studio anmelden.',
      mayDownload: 'Das Video darf heruntergeladen werden',
      mayComment: 'Kommentare sind erlaubt',
      rotateQuestion: 'Diesem Link eine neue Adresse geben?',
      rotateConsequence:
        'Wer die alte Adresse hat, kann nicht mehr zusehen, und sie kommt nicht wieder. Einstellungen und Aufrufe bleiben.',
      newAddress: 'Neue Adresse',
      embed: 'Video einbetten',
      embedLead: 'Dieser Code zeigt das Video auf einer anderen Seite.',
      embedClosed:
        'Eine andere Seite zeigt nur einen Weg zu diesem Link, denn dort kann sich niemand ausweisen: Nimm einen Link ohne Passwort und Domains.',
      preview: 'Vorschau',
      behaviour: 'Wie es sich verhält',
      autoplay: 'Spielt von selbst, ohne Ton',
      loop: 'Beginnt am Ende von vorn',
      captions: 'Zeigt Untertitel',
      lightGround: 'Steht auf hellem Grund',
      beginsAt: 'Beginnt bei',
      code: 'Code',
    },
  },
)
