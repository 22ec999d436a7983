import type { Sentences } from './sentences'

/** Videos: making them, why one failed, what can be done with it, many at once, and whoever makes them for the studio. */
export const ABOUT_VIDEOS: Sentences = {
  // Why a video failed.
  'No reason is known.': 'Ein Grund ist nicht bekannt.',
  'You cancelled this video.': 'Du hast dieses Video abgebrochen.',
  'The video was cancelled.': 'Das Video wurde abgebrochen.',
  'The video was stopped.': 'Das Video wurde angehalten.',
  'The speech was stopped.': 'Das Sprechen wurde angehalten.',
  'The video was deleted while it was made.': 'Das Video wurde gelöscht, während es entstand.',
  'The finished video is gone. Try again.': 'Das fertige Video ist verschwunden. Versuch es noch einmal.',
  'The finished file is not a video that can be played. Try again.':
    'Die fertige Datei ist kein Video, das sich abspielen lässt. Versuch es noch einmal.',
  'The finished video holds no picture that can be shown.':
    'Das fertige Video enthält kein Bild, das sich zeigen lässt.',
  'The render stopped unexpectedly. Your inputs are kept; try again.':
    'Die Herstellung brach unerwartet ab. Alles, was du eingegeben hast, ist noch da; versuch es noch einmal.',
  'The engine stopped in the middle of this. Nothing you made is lost; try again.':
    'Die Engine blieb mittendrin stehen. Nichts, was du gemacht hast, ist verloren; versuch es noch einmal.',
  'The video could not be encoded. Try again.': 'Das Video ließ sich nicht kodieren. Versuch es noch einmal.',
  'The speech could not be written. Try again.':
    'Das Gesprochene ließ sich nicht speichern. Versuch es noch einmal.',
  'This took far too long and was stopped. Your inputs are kept; try again.':
    'Das dauerte viel zu lange und wurde angehalten. Alles, was du eingegeben hast, ist noch da; versuch es noch einmal.',
  'The upstream took this video and knows nothing of it any more. It may have been billed: look at your account there before you try again.':
    'Boson hat dieses Video angenommen und weiß nichts mehr davon. Vielleicht wurde es berechnet: Sieh dort in deinem Konto nach, bevor du es noch einmal versuchst.',
  'The studio stopped while this video was being ordered, so it may or may not have been billed. Look at your account there before you try again.':
    'Das Studio blieb stehen, während es dieses Video bestellte; vielleicht wurde es berechnet, vielleicht nicht. Sieh dort in deinem Konto nach, bevor du es noch einmal versuchst.',
  'This video stopped the studio {0} times, so it was given up. Try another picture or recording.':
    'Dieses Video hat das Studio {0}-mal zum Stehen gebracht und wurde aufgegeben. Versuch es mit einem anderen Bild oder einer anderen Aufnahme.',

  // What can be done with one.
  'There is no such video. It may have been deleted.':
    'Dieses Video gibt es nicht. Vielleicht wurde es gelöscht.',
  'There is no such video. It may have been deleted for good.':
    'Dieses Video gibt es nicht. Vielleicht wurde es endgültig gelöscht.',
  'This video is finished already; there is nothing to cancel.':
    'Dieses Video ist schon fertig; es gibt nichts abzubrechen.',
  'Only a video that failed or was cancelled can be tried again.':
    'Nur ein Video, das nicht gelang oder abgebrochen wurde, lässt sich noch einmal versuchen.',
  'This video is not finished: it is {0}.': 'Dieses Video ist nicht fertig: Es {0:ours}.',
  queued: 'wartet noch',
  in_progress: 'wird gerade gemacht',
  failed: 'ist nicht gelungen',
  cancelled: 'wurde abgebrochen',
  'This video is not finished, so it cannot be captioned yet. Wait until it is.':
    'Dieses Video ist nicht fertig und kann noch keine Untertitel bekommen. Warte, bis es fertig ist.',
  'This video is not finished, so there is nothing to change yet. Wait until it is, or make another like it.':
    'Dieses Video ist nicht fertig, also gibt es noch nichts zu ändern. Warte, bis es fertig ist, oder mach ein ähnliches.',
  'This video speaks a recording, which has no sentences to change. Make another like it with a script.':
    'Dieses Video spricht eine Aufnahme, in der sich keine Sätze ändern lassen. Mach ein ähnliches mit einem Skript.',
  'This video has no captions: nobody has written any, and there is no script to take them from.':
    'Dieses Video hat keine Untertitel: Niemand hat welche geschrieben, und es gibt kein Skript, aus dem sie kommen könnten.',
  'A caption has no text. Write one, or leave the caption out.':
    'Einem Untertitel fehlt der Text. Schreib einen oder lass den Untertitel weg.',
  'Use at most {0} characters for one caption.': 'Nimm höchstens {0} Zeichen für einen Untertitel.',
  'Use at most {0} captions.': 'Nimm höchstens {0} Untertitel.',
  'This video has no sound.': 'Dieses Video hat keinen Ton.',
  'This video could not be read.': 'Dieses Video ließ sich nicht lesen.',
  'This file was stopped before it was made.': 'Diese Datei wurde angehalten, bevor sie fertig war.',
  'Somebody stopped the making of this file. Ask for it again.':
    'Jemand hat die Herstellung dieser Datei angehalten. Fordere sie noch einmal an.',
  'The file of this video is missing from the storage.': 'Die Datei dieses Videos fehlt im Speicher.',
  '{0}, and more cannot wait. Try again in a moment.':
    '{0:ours}, und mehr können nicht warten. Versuch es gleich noch einmal.',
  'Your team has {0} unfinished videos': 'Dein Team hat {0} unfertige Videos',
  'The studio is busy': 'Das Studio ist ausgelastet',

  // Titles, tags and folders.
  'Give the {0} a name.': 'Gib dem {0:ours} einen Namen.',
  'Use at most {0} characters for a {1}.': 'Nimm höchstens {0} Zeichen für einen {1:ours}.',
  'Use letters, digits and signs only in a {0}.':
    'Nimm nur Buchstaben, Ziffern und Zeichen für einen {0:ours}.',
  tag: 'Tag',
  folder: 'Ordner',
  'Use at most {0} tags for a video.': 'Nimm höchstens {0} Tags für ein Video.',
  'A video can have at most {0} tags. Take some off before you add more.':
    'Ein Video kann höchstens {0} Tags haben. Nimm ihm welche ab, bevor du weitere hinzufügst.',
  'Give the video a title.': 'Gib dem Video einen Titel.',
  'Use a title of at most 120 characters.': 'Nimm einen Titel mit höchstens 120 Zeichen.',
  'Name at most {0} videos at once.': 'Wähle höchstens {0} Videos auf einmal.',
  'The video named in after is gone. Start the list again, or page by next_cursor.':
    'Das Video, hinter dem die Liste weitergehen sollte, ist verschwunden. Lade die Seite neu.',

  // Many at once.
  'Row {0}: {1}': 'Zeile {0}: {1:ours}',
  'There is no such batch. It may have been deleted.':
    'Diese Serie gibt es nicht. Vielleicht wurde sie gelöscht.',
  'This batch has ended already; there is nothing to cancel.':
    'Diese Serie ist schon zu Ende; es gibt nichts abzubrechen.',
  'No video of this batch failed or was cancelled; nothing is to be tried again.':
    'Kein Video dieser Serie misslang oder wurde abgebrochen; es gibt nichts noch einmal zu versuchen.',
  'No video of this batch is finished yet. Try again when one is.':
    'Noch ist kein Video dieser Serie fertig. Versuch es noch einmal, wenn eines fertig ist.',
  'The batch named in after is gone. Start the list again.':
    'Die Serie, hinter der die Liste weitergehen sollte, ist verschwunden. Lade die Seite neu.',
  'it is empty': 'es ist leer',
  'it has more than {0} rows': 'es sind mehr als {0} Zeilen',
  'it has more than {0} characters': 'es hat mehr als {0} Zeichen',
  'use at most {0} characters': 'nimm höchstens {0} Zeichen',

  // Whoever makes them for the studio. What it says itself is in English.
  'The upstream refused the request: {0}': 'Boson hat die Anfrage abgelehnt: {0:en}',
  'The upstream answered {0}: it sends requests elsewhere, and the key goes nowhere but to BOSON_BASE_URL.':
    'Boson hat mit {0} geantwortet: Es schickt Anfragen anderswohin, und der Schlüssel geht nur an BOSON_BASE_URL.',
  'The upstream answered {0} without saying why.': 'Boson hat mit {0} geantwortet, ohne zu sagen, warum.',
  'The answer of the upstream {0}.': 'Die Antwort von Boson {0:ours}.',
  'is larger than anything it may say': 'ist größer als alles, was es zu sagen hat',
  'stopped coming': 'kam nicht weiter',
  'broke off': 'brach ab',
  'The upstream gave no clear answer to the order, so it may or may not have been accepted and billed. Look at your account there before you try again.':
    'Boson hat auf die Bestellung nicht klar geantwortet; vielleicht wurde sie angenommen und berechnet, vielleicht nicht. Sieh dort in deinem Konto nach, bevor du es noch einmal versuchst.',
  'The upstream video service cannot be reached. Try again in a moment.':
    'Boson ist nicht zu erreichen. Versuch es gleich noch einmal.',
  'The upstream answered with something that cannot be used. Try again in a moment.':
    'Boson hat etwas geantwortet, das sich nicht verwenden lässt. Versuch es gleich noch einmal.',
  'The upstream does not know this voice. Choose another one and try again. The upstream says: {0}':
    'Boson kennt diese Stimme nicht. Wähle eine andere und versuch es noch einmal. Boson sagt: {0:en}',
  'The upstream could not make this video: {0}': 'Boson konnte dieses Video nicht machen: {0:en}',
  'it gave no reason': 'einen Grund nannte es nicht',
  'The account of this studio at the upstream has no credit left. Whoever runs the studio can add some; then try again.':
    'Das Guthaben dieses Studios bei Boson ist aufgebraucht. Wer das Studio betreibt, kann es auffüllen; versuch es dann noch einmal.',
  'The upstream does not accept the key of this studio. Whoever runs the studio can set a valid BOSON_API_KEY; then try again.':
    'Boson nimmt den Schlüssel dieses Studios nicht an. Wer das Studio betreibt, kann einen gültigen BOSON_API_KEY setzen; versuch es dann noch einmal.',
  'The key of this studio may not do this at the upstream. Whoever runs the studio can change what it is allowed; then try again.':
    'Der Schlüssel dieses Studios darf das bei Boson nicht. Wer das Studio betreibt, kann ihm mehr erlauben; versuch es dann noch einmal.',
  'The upstream knows no model by the names this studio uses. Whoever runs the studio can set BOSON_VIDEO_MODEL and BOSON_SPEECH_MODEL; then try again.':
    'Boson kennt kein Modell mit den Namen, die dieses Studio verwendet. Wer das Studio betreibt, kann BOSON_VIDEO_MODEL und BOSON_SPEECH_MODEL setzen; versuch es dann noch einmal.',
  'The upstream does not take this request. Whoever runs the studio can check BOSON_BASE_URL.':
    'Boson nimmt diese Anfrage nicht an. Wer das Studio betreibt, kann BOSON_BASE_URL prüfen.',
  'The upstream has no such address. Whoever runs the studio can check BOSON_BASE_URL.':
    'Diese Adresse gibt es bei Boson nicht. Wer das Studio betreibt, kann BOSON_BASE_URL prüfen.',
  'What the upstream sent as the finished video is not all of one.':
    'Was Boson als fertiges Video geschickt hat, ist kein ganzes.',
  'The upstream says that this video is finished, but does not hand it out. Look at your account there before you try again.':
    'Boson sagt, dass dieses Video fertig ist, gibt es aber nicht heraus. Sieh dort in deinem Konto nach, bevor du es noch einmal versuchst.',
  'The upstream spoke the script without a sound.': 'Boson hat das Skript ohne einen Ton gesprochen.',
  'BOSON_API_KEY is not set, so Boson cannot be asked.':
    'BOSON_API_KEY ist nicht gesetzt, deshalb kann Boson nicht gefragt werden.',
  'BOSON_API_KEY is not a key: it is empty, or has spaces or signs that no key has.':
    'BOSON_API_KEY ist kein Schlüssel: Er ist leer oder enthält Leerzeichen oder Zeichen, die kein Schlüssel hat.',
  'This studio has no key for Boson, so Boson cannot be chosen. Leave provider out, or have its operator set BOSON_API_KEY.':
    'Dieses Studio hat keinen Schlüssel für Boson, deshalb lässt sich Boson nicht wählen. Nimm die eigene Engine, oder bitte, wer es betreibt, BOSON_API_KEY zu setzen.',
}
