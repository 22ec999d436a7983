import type { Sentences } from './sentences'

/** Accounts, keys, links, comments and webhooks. */
export const ABOUT_TEAM: Sentences = {
  // Accounts and keys.
  'This API key is unknown or was revoked.': 'Dieser API-Schlüssel ist unbekannt oder wurde widerrufen.',
  'API keys are managed by people. Sign in to the studio and open its settings.':
    'API-Schlüssel verwalten Menschen. Melde dich im Studio an und öffne die Einstellungen.',
  'Sign in, or send an API key: Authorization: Bearer YOUR_KEY.':
    'Du bist nicht angemeldet. Melde dich an und versuch es noch einmal.',
  'Another site asked for this change. Use an API key from programs.':
    'Eine andere Website wollte diese Änderung. Lade die Seite des Studios neu und versuch es dort.',
  'More than {0} requests a minute. Wait {1} s, then go on more slowly.':
    'Das waren mehr als {0} Anfragen in einer Minute. Warte {1} s und mach dann langsamer weiter.',
  'Too many tries. Wait {0}, then try again.':
    'Zu viele Versuche. Warte {0:ours} und versuch es dann noch einmal.',
  'a minute': 'eine Minute',
  '{0} minutes': '{0} Minuten',
  'Use a password of at least 10 characters.': 'Nimm ein Passwort mit mindestens 10 Zeichen.',
  'Use a password of at most 200 characters.': 'Nimm ein Passwort mit höchstens 200 Zeichen.',
  'Say what to call you.': 'Sag, wie du heißt.',
  'Use a name of at most 80 characters.': 'Nimm einen Namen mit höchstens 80 Zeichen.',
  'This is not an e-mail address.': 'Das ist keine E-Mail-Adresse.',
  'This studio has an owner already. Ask them for an account, then sign in.':
    'Dieses Studio gehört schon jemandem. Bitte dort um ein Konto und melde dich dann an.',
  'There is an account for {0} already.': 'Für {0} gibt es schon ein Konto.',
  'There is no such key among those you may revoke.':
    'Unter den Schlüsseln, die du widerrufen darfst, ist dieser nicht.',
  'Say what the key is for': 'Sag, wofür der Schlüssel ist',
  'Use at most 80 characters': 'Nimm höchstens 80 Zeichen',
  'Use letters, digits and signs only': 'Nimm nur Buchstaben, Ziffern und Zeichen',

  // Links and comments.
  'This link is for watching: its files cannot be downloaded.':
    'Dieser Link ist zum Ansehen: Seine Dateien lassen sich nicht herunterladen.',
  'This link leads nowhere. It may have been given a new address, or deleted with its video.':
    'Dieser Link führt nirgendwohin. Vielleicht hat er eine neue Adresse bekommen, oder er wurde mit seinem Video gelöscht.',
  'This link was taken back. Ask whoever sent it for a new one.':
    'Dieser Link wurde zurückgezogen. Bitte, wer ihn geschickt hat, um einen neuen.',
  'The time of this link is over. Ask whoever sent it for a new one.':
    'Dieser Link ist abgelaufen. Bitte, wer ihn geschickt hat, um einen neuen.',
  'Only members with an address at certain domains may watch this. Open the link and sign in.':
    'Das dürfen nur Mitglieder mit einer Adresse bei bestimmten Domains ansehen. Öffne den Link und melde dich an.',
  'This link needs its password. Open it in a browser and enter it.':
    'Dieser Link braucht sein Passwort. Öffne ihn im Browser und gib es ein.',
  'A video can have {0} links. Give a new address to one that is no longer needed.':
    'Ein Video kann {0} Links haben. Gib einem, den niemand mehr braucht, eine neue Adresse.',
  'There is no such link. It may have been deleted with its video.':
    'Diesen Link gibt es nicht. Vielleicht wurde er mit seinem Video gelöscht.',
  'expires_at lies in the past. Choose a later moment, or revoke the link to stop it now.':
    'Das Ende liegt in der Vergangenheit. Wähle einen späteren Zeitpunkt, oder zieh den Link zurück, damit er gleich endet.',
  'It lies beyond the year 9999': 'Es liegt nach dem Jahr 9999',
  'Use at least 6 characters': 'Nimm mindestens 6 Zeichen',
  'Use at most 200 characters': 'Nimm höchstens 200 Zeichen',
  'Write a domain such as example.org': 'Schreib eine Domain wie example.org',
  'Name at most 20 domains': 'Nenne höchstens 20 Domains',
  'There are {0} comments here, and no room for more.':
    'Hier stehen {0} Kommentare, mehr haben keinen Platz.',
  'Only the team whose video this is can delete comments.':
    'Kommentare löschen kann nur das Team, dem dieses Video gehört.',
  'There is no such comment. It may have been deleted.':
    'Diesen Kommentar gibt es nicht. Vielleicht wurde er gelöscht.',
  'Comments are switched off for this link.': 'Kommentare sind für diesen Link abgeschaltet.',
  'That is a lot at once. Wait {0} s, then say more.':
    'Das ist viel auf einmal. Warte {0} s und sag dann mehr.',
  'Use a name of at most 60 characters': 'Nimm einen Namen mit höchstens 60 Zeichen',
  'Write something': 'Schreib etwas',
  'Use at most {0} characters': 'Nimm höchstens {0} Zeichen',
  'at most {0} characters': 'höchstens {0} Zeichen',

  // Webhooks.
  'There is no such webhook. It may have been deleted.':
    'Diesen Webhook gibt es nicht. Vielleicht wurde er gelöscht.',
  'There is no such delivery. They are kept for 30 days.':
    'Diese Zustellung gibt es nicht. Sie bleiben 30 Tage.',
  'A team can have {0} webhooks. Delete one that is no longer needed, then add this one.':
    'Ein Team kann {0} Webhooks haben. Lösche einen, den niemand mehr braucht, und leg dann diesen an.',
  'This webhook is paused. Resume it, then send again.':
    'Dieser Webhook ist angehalten. Setz ihn fort und sende dann noch einmal.',
  'Name at least one event': 'Nenne mindestens eine Meldung',
  'The studio failed at sending this. It has been logged.':
    'Das Studio konnte das nicht senden. Es steht im Protokoll.',
  'The receiver answered 410, gone for good, so the webhook was paused.':
    'Der Empfänger hat mit 410 geantwortet, für immer weg; der Webhook wurde angehalten.',
  'The receiver answered {0}, a redirect. Redirects are not followed: give the webhook its final address.':
    'Der Empfänger hat mit {0} geantwortet, einer Umleitung. Umleitungen folgt das Studio nicht: Gib dem Webhook die endgültige Adresse.',
  'The receiver answered {0}. Only 200 to 299 counts as delivered.':
    'Der Empfänger hat mit {0} geantwortet. Nur 200 bis 299 gilt als zugestellt.',
}
