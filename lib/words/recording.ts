import { catalogue } from './catalogue'

/** A recording to be spoken: choosing it, making it, hearing it, trimming it. */
export const recordingWords = catalogue(
  {
    recording: 'Recording',
    drop: 'Drop a recording here',
    dropHint: (most: number) => `One voice, up to ${most} s. Of a film, its sound is taken.`,
    letGo: 'Let go to use it',
    choose: 'Choose a recording',
    record: 'Record',
    again: 'Record again',
    reading: (name: string) => `Reading ${name}`,
    silent: 'There is no sound in this file. Choose another one.',
    play: 'Play the recording',
    pause: 'Pause the recording',
    remove: 'Remove',
    removeRecording: 'Remove the recording',
    unplayable: 'This browser cannot play this kind of file. The studio will say whether it can use it.',
    part: (part: string, whole: string) => `${part} of ${whole}`,
    tooLong: (length: string, most: number) =>
      `${length}; a video takes ${most} s of it. Move the ends to choose which.`,
    start: 'Start',
    end: 'End',
    moment: (clock: string, tenths: number) => `${clock}.${tenths}`,
    states: { idle: '', asking: 'Opening the microphone', recording: 'Recording', paused: 'Paused' },
    loudness: 'Loudness',
    pauseRecording: 'Pause',
    goOn: 'Go on',
    /** What a recording made here is called. */
    name: 'Recording',
    failures: {
      forbidden:
        'This page may not use the microphone. Allow it in the browser, beside the address, then try again.',
      missing: 'No microphone was found. Connect one and try again, or choose a recording.',
      inUse: 'Another program uses the microphone. Close it there, then try again.',
      insecure: 'The microphone can be used only where the studio is reached over https.',
      unknown: 'The microphone could not be opened. Try again, or choose a recording.',
    },
  },
  {
    de: {
      recording: 'Aufnahme',
      drop: 'Zieh eine Aufnahme hierher',
      dropHint: (most) => `Eine Stimme, bis zu ${most} s. Von einem Film wird der Ton genommen.`,
      letGo: 'Loslassen, um sie zu verwenden',
      choose: 'Aufnahme wählen',
      record: 'Aufnehmen',
      again: 'Neu aufnehmen',
      reading: (name) => `${name} wird gelesen`,
      silent: 'In dieser Datei ist kein Ton. Wähle eine andere.',
      play: 'Aufnahme abspielen',
      pause: 'Aufnahme anhalten',
      remove: 'Entfernen',
      removeRecording: 'Aufnahme entfernen',
      unplayable:
        'Dieser Browser kann so eine Datei nicht abspielen. Das Studio sagt dir, ob es sie verwenden kann.',
      part: (part, whole) => `${part} von ${whole}`,
      tooLong: (length, most) =>
        `${length}; ein Video nimmt davon ${most} s. Verschieb die Enden, um sie auszuwählen.`,
      start: 'Anfang',
      end: 'Ende',
      moment: (clock, tenths) => `${clock},${tenths}`,
      states: {
        idle: '',
        asking: 'Das Mikrofon wird geöffnet',
        recording: 'Aufnahme läuft',
        paused: 'Angehalten',
      },
      loudness: 'Lautstärke',
      pauseRecording: 'Anhalten',
      goOn: 'Weiter',
      name: 'Aufnahme',
      failures: {
        forbidden:
          'Diese Seite darf das Mikrofon nicht verwenden. Erlaube es im Browser, neben der Adresse, und versuch es noch einmal.',
        missing:
          'Es wurde kein Mikrofon gefunden. Schließ eines an und versuch es noch einmal, oder wähle eine Aufnahme.',
        inUse: 'Ein anderes Programm verwendet das Mikrofon. Schließ es dort und versuch es noch einmal.',
        insecure: 'Das Mikrofon lässt sich nur verwenden, wenn das Studio über https aufgerufen wird.',
        unknown: 'Das Mikrofon ließ sich nicht öffnen. Versuch es noch einmal, oder wähle eine Aufnahme.',
      },
    },
  },
)
