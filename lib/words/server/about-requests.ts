import type { Sentences } from './sentences'

/** What is wrong with a request as such: its fields, its size, the addresses in it. */
export const ABOUT_REQUESTS: Sentences = {
  'What this request was about was deleted in the meantime.':
    'Worum es hier ging, wurde inzwischen gelöscht.',
  'The studio failed at this. It has been logged; try again.':
    'Das ist dem Studio misslungen. Es steht im Protokoll; versuch es noch einmal.',
  'The body of the request did not arrive whole. Send it again.':
    'Nicht alles ist angekommen. Sende es noch einmal.',
  'The upload broke off or is not a well-formed form. Send it again.':
    'Das Hochladen brach ab. Sende es noch einmal.',
  'The request is larger than {0}. Send less.': 'Das ist zusammen größer als {0}. Sende weniger.',
  '{0} is larger than {1}. Send a smaller file.': '{0} ist größer als {1}. Sende eine kleinere Datei.',
  'This size cannot be made. Use one of {0}.': 'Dieses Format gibt es nicht. Nimm eines von diesen: {0}.',
  'The field {0} is missing.': 'Das Feld {0} fehlt.',
  // What does not fit is said by the schema: in our words, or in English by its library.
  'The field {0} does not fit: {1}.': 'Das Feld {0} passt nicht: {1:en}.',
  'it is malformed': 'es hat nicht die richtige Form',
  'A text contains a null character or half of a character.':
    'Ein Text enthält ein Nullzeichen oder ein halbes Zeichen. Schreib ihn neu.',

  // A URL somebody named.
  'The URL in {0} cannot be used: {1}. {2}':
    'Die URL in {0:ours} lässt sich nicht verwenden: {1:ours}. {2:ours}',
  'this webhook': 'diesem Webhook',
  'Upload the file instead.': 'Lade stattdessen die Datei hoch.',
  'Check the address and the server behind it.': 'Prüfe die Adresse und den Server dahinter.',
  'Give an http(s) address that is reachable from the internet.':
    'Gib eine http(s)-Adresse an, die aus dem Internet erreichbar ist.',
  'The file at {0} is too large.': 'Die Datei unter {0} ist zu groß.',
  'the address answered {0}': 'die Adresse antwortete mit {0}',
  'it redirects too often': 'sie leitet zu oft weiter',
  'it sends a compressed answer': 'sie antwortet komprimiert',
  'the transfer broke off': 'die Übertragung brach ab',
  'it did not answer in time': 'sie antwortete nicht rechtzeitig',
  'it is too long': 'sie ist zu lang',
  'it contains spaces, line breaks or backslashes':
    'sie enthält Leerzeichen, Zeilenumbrüche oder umgekehrte Schrägstriche',
  'it is not an http(s) address': 'sie ist keine http(s)-Adresse',
  'it carries a user name or password': 'sie enthält einen Benutzernamen oder ein Passwort',
  'its port is not one that web servers use': 'auf ihrem Port antworten keine Webserver',
  'it redirects from https to http': 'sie leitet von https auf http um',
  'it cannot be reached from here': 'sie ist von hier nicht zu erreichen',
  'no public address was found for it': 'zu ihr gibt es keine öffentliche Adresse',
}
