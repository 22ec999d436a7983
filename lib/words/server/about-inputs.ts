import type { Sentences } from './sentences'

/** Portraits, recordings, scripts, voices, and how words are said. */
export const ABOUT_INPUTS: Sentences = {
  // A portrait that will not do.
  'No face was found in this picture. Use a photo of one person looking at the camera.':
    'Auf diesem Bild wurde kein Gesicht gefunden. Nimm ein Foto von einer Person, die in die Kamera schaut.',
  'The face is turned away. Use a photo of one that looks at the camera.':
    'Das Gesicht ist abgewandt. Nimm ein Foto, auf dem es in die Kamera schaut.',
  'The face is too small to animate: {0} pixels wide, and {1} are needed. Use a closer or larger photo.':
    'Das Gesicht ist zu klein zum Animieren: {0} Pixel breit, nötig sind {1}. Nimm ein näheres oder größeres Foto.',
  'The head is tilted too far to one side. Use a photo with the head upright.':
    'Der Kopf ist zu weit zur Seite geneigt. Nimm ein Foto, auf dem er aufrecht ist.',
  'The mouth is covered, so it cannot be made to speak. Use a photo with nothing in front of the lips.':
    'Der Mund ist verdeckt und kann deshalb nicht sprechen. Nimm ein Foto, auf dem nichts vor den Lippen ist.',
  'This file is not a PNG, JPEG or WebP picture. Save the photo as one of these and try again.':
    'Diese Datei ist kein Bild in PNG, JPEG oder WebP. Speichere das Foto als eines davon und versuch es noch einmal.',
  'This picture has more than 120 megapixels. Save it smaller and try again.':
    'Dieses Bild hat mehr als 120 Megapixel. Speichere es kleiner und versuch es noch einmal.',
  'This picture is damaged and cannot be opened. Export it again and try once more.':
    'Dieses Bild ist beschädigt und lässt sich nicht öffnen. Exportiere es neu und versuch es noch einmal.',
  'This picture could not be read. Save it as PNG or JPEG and try again.':
    'Dieses Bild ließ sich nicht lesen. Speichere es als PNG oder JPEG und versuch es noch einmal.',
  'The portrait is a HEIC photo, which cannot be read here. Save it as JPEG and try again.':
    'Das Porträt ist ein HEIC-Foto, das sich hier nicht lesen lässt. Speichere es als JPEG und versuch es noch einmal.',
  'The portrait is not a PNG, JPEG or WebP picture. Save it as one of these and try again.':
    'Das Porträt ist kein Bild in PNG, JPEG oder WebP. Speichere es als eines davon und versuch es noch einmal.',
  'The crop leaves out the face or a part of it. Move or enlarge it so that the whole face is inside.':
    'Im Ausschnitt fehlt das Gesicht oder ein Teil davon. Verschieb oder vergrößere ihn, bis es ganz darin ist.',
  'ref_image is not an uploaded file.': 'Das Porträt ist keine hochgeladene Datei.',
  'ref_image is missing: send the portrait to animate.': 'Das Porträt fehlt: Wähle eines, das sprechen soll.',

  // Advice about one.
  'The picture was turned so that the face is upright.':
    'Das Bild wurde gedreht, damit das Gesicht aufrecht ist.',
  'The picture was turned so that the eyes are level.':
    'Das Bild wurde gedreht, damit die Augen waagrecht sind.',
  'There are {0} faces in this picture; the largest one will speak.':
    'Auf diesem Bild sind {0} Gesichter; das größte wird sprechen.',
  'The face is only {0} pixels wide: the video will look soft. A closer photo is sharper.':
    'Das Gesicht ist nur {0} Pixel breit: Das Video wird weich aussehen. Ein näheres Foto ist schärfer.',
  'The mouth is hard to make out. If something covers it, the video will show lips over it.':
    'Der Mund ist schwer zu erkennen. Verdeckt ihn etwas, zeigt das Video Lippen darüber.',
  'The head is turned away. Looking straight at the camera speaks better.':
    'Der Kopf ist abgewandt. Wer gerade in die Kamera schaut, spricht besser.',
  'The face is too dark. Use a photo with light on the face.':
    'Das Gesicht ist zu dunkel. Nimm ein Foto mit Licht auf dem Gesicht.',
  'The face is blurred. A sharp photo makes a sharper video.':
    'Das Gesicht ist unscharf. Ein scharfes Foto ergibt ein schärferes Video.',

  // A recording.
  'The recording is an empty file.': 'Die Aufnahme ist eine leere Datei.',
  'The recording is too short to speak.': 'Die Aufnahme ist zu kurz zum Sprechen.',
  'Nothing can be heard in the recording.': 'In der Aufnahme ist nichts zu hören.',
  '{0} Use a recording of speech of up to {1} seconds.':
    '{0:ours} Nimm eine Aufnahme von bis zu {1} Sekunden, in der jemand spricht.',
  'The recording cannot be read. Use {0}.': 'Die Aufnahme lässt sich nicht lesen. Möglich sind {0:ours}.',
  'This recording could not be read. Save it as WAV or MP3 and try again.':
    'Diese Aufnahme ließ sich nicht lesen. Speichere sie als WAV oder MP3 und versuch es noch einmal.',
  'The recording is {0}. Use one of at most {1} seconds.':
    'Die Aufnahme ist {0:ours}. Nimm eine von höchstens {1} Sekunden.',
  '{0} seconds long': '{0} Sekunden lang',
  'too long': 'zu lang',
  'WAV, MP3, M4A, AAC, FLAC, OGG, Opus or WebM': 'WAV, MP3, M4A, AAC, FLAC, OGG, Opus und WebM',

  // A script.
  'There is nothing to say.': 'Es gibt nichts zu sagen. Schreib ein Skript oder wähle eine Aufnahme.',
  'There is nothing to say: send either a recording (input) or a script (input_tts).':
    'Es gibt nichts zu sagen: Schreib ein Skript oder wähle eine Aufnahme.',
  'There are both a recording (input) and a script (input_tts): send only one of them.':
    'Es gibt eine Aufnahme und ein Skript: Lass eines von beiden weg.',
  'The script has nothing to say. Write at least one word.':
    'Im Skript ist nichts zu sagen. Schreib mindestens ein Wort.',
  'The script has {0} characters. Shorten it to {1} or fewer.':
    'Das Skript hat {0} Zeichen. Kürze es auf höchstens {1}.',
  'The script has {0} characters; at most {1} can be spoken. Shorten it.':
    'Das Skript hat {0} Zeichen; höchstens {1} lassen sich sprechen. Kürze es.',
  'The script takes about {0} seconds to say, and a video is at most {1}. Cut about {2} {3}.':
    'Das Skript dauert gesprochen etwa {0} Sekunden, ein Video höchstens {1}. Streich etwa {2} {3:ours}.',
  word: 'Wort',
  words: 'Wörter',
  'The script takes more than {0} seconds to say, and a video holds no more. Shorten it.':
    'Das Skript dauert gesprochen mehr als {0} Sekunden, und länger ist kein Video. Kürze es.',
  'The script is as it was. Change what it says.': 'Das Skript ist, wie es war. Ändere etwas daran.',
  'The script is not in English, the only language the studio’s own voices speak. Write it in English, or upload a recording instead.':
    'Das Skript ist nicht auf Englisch; nur das sprechen die eigenen Stimmen des Studios. Schreib es auf Englisch oder lade stattdessen eine Aufnahme hoch.',
  'The script is in {0}, but the studio’s own voices speak only English. {1}':
    'Das Skript ist auf {0:ours}, aber die eigenen Stimmen des Studios sprechen nur Englisch. {1:ours}',
  'Choose the voice {0}, write it in English, or upload a recording instead.':
    'Wähle die Stimme {0}, schreib es auf Englisch oder lade stattdessen eine Aufnahme hoch.',
  'Write it in English, or upload a recording instead. Where espeak-ng is installed, the studio speaks it too.':
    'Schreib es auf Englisch oder lade stattdessen eine Aufnahme hoch. Wo espeak-ng installiert ist, spricht das Studio es auch.',
  'The script is in {0}, but the voice {1} speaks {2}. Choose a voice that speaks {3}, or write the script in {4}.':
    'Das Skript ist auf {0:ours}, aber die Stimme {1} spricht {2:ours}. Wähle eine Stimme, die {3:ours} spricht, oder schreib das Skript auf {4:ours}.',

  // A voice.
  'There is no voice named "{0}". Choose one of: {1}.':
    'Es gibt keine Stimme namens „{0}“. Wähle eine von diesen: {1}.',
  'There is no such voice. It may have been deleted.':
    'Diese Stimme gibt es nicht. Vielleicht wurde sie gelöscht.',
  'Too much is being spoken at once. Try again in a moment.':
    'Es wird gerade zu viel auf einmal gesprochen. Versuch es gleich noch einmal.',
  'The voice could not say this sentence. Choose another one.':
    'Die Stimme konnte diesen Satz nicht sagen. Wähle eine andere.',
  'espeak-ng could not say this sentence. Shorten it, or try again.':
    'espeak-ng konnte diesen Satz nicht sagen. Kürze ihn oder versuch es noch einmal.',
  'The clip cannot be read. Use {0}.': 'Die Stimmaufnahme lässt sich nicht lesen. Möglich sind {0:ours}.',
  'The clip is only {0} seconds long.': 'Die Stimmaufnahme ist nur {0} Sekunden lang.',
  'Nothing can be heard in the clip.': 'In der Stimmaufnahme ist nichts zu hören.',
  'No voice can be made out in the clip.': 'In der Stimmaufnahme ist keine Stimme zu erkennen.',
  '{0} Use at least {1} seconds of one person speaking.':
    '{0:ours} Nimm mindestens {1} Sekunden, in denen eine Person spricht.',

  // The dictionary.
  'There is no such pronunciation. It may have been deleted.':
    'Diese Aussprache gibt es nicht. Vielleicht wurde sie gelöscht.',
  'The dictionary holds {0} words and is full. Delete one that is no longer needed, then add this one.':
    'Das Wörterbuch hat {0} Wörter und ist voll. Lösche eines, das niemand mehr braucht, und füge dann dieses hinzu.',
  '“{0}” is in the dictionary already. Change what is said there.':
    '„{0}“ steht schon im Wörterbuch. Ändere dort, wie es gesprochen wird.',
  'Write a word with a letter or a digit in it.':
    'Schreib ein Wort, in dem ein Buchstabe oder eine Ziffer vorkommt.',
  'Write the word on one line, without signs that cannot be seen.':
    'Schreib das Wort in eine Zeile, ohne unsichtbare Zeichen.',
  'write the word': 'schreib das Wort',
  'write how it is said': 'schreib, wie es gesprochen wird',
  'These sounds have no vowel. Add one, or respell the word.':
    'Diesen Lauten fehlt ein Vokal. Füge einen hinzu oder umschreib das Wort in Buchstaben.',
  'The voices have no sound “{0}”. Use those of English, or respell the word.':
    'Den Laut „{0}“ haben die Stimmen nicht. Nimm die des Englischen oder umschreib das Wort in Buchstaben.',
  'Write IPA between two slashes, as in /wˈɪn/.': 'Schreib IPA zwischen zwei Schrägstriche, wie in /wˈɪn/.',
  'Respell with letters, spaces, hyphens and apostrophes only, and write numbers as words.':
    'Umschreib es nur mit Buchstaben, Leerzeichen, Bindestrichen und Apostrophen, Zahlen als Wörter.',
}
