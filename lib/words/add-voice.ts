import { catalogue } from './catalogue'

/** Making a voice of somebody who agrees to it. */
export const addVoiceWords = catalogue(
  {
    title: 'Add a voice',
    lead: 'Its owner reads one sentence and agrees to it.',
    speaker: 'Name of the speaker',
    readAloud: 'Read this aloud, in a quiet room',
    /** What a speaker reads aloud: long enough to be a clip, and the consent that goes with it. */
    consent: (name: string) =>
      `My name is ${name}. This is my own voice, and I agree that it is used to speak in this studio. I can take that back whenever I want.`,
    record: 'Record',
    again: 'Record again',
    stop: 'Stop',
    choose: 'Choose a file',
    clipOfVoice: 'Clip of the voice',
    clip: 'The clip',
    recording: 'Recording',
    ready: 'The clip is ready',
    wanted: 'Record the sentence, or choose a file of it being read.',
    add: 'Add the voice',
    adding: 'Adding',
    failures: {
      missing: 'No microphone can be used here. Plug one in, or choose a file instead.',
      forbidden:
        'The browser was not allowed to use the microphone. Allow it in the address bar, or choose a file.',
      unreadable: 'This browser cannot read what it recorded. Choose a file instead.',
    },
  },
  {
    de: {
      title: 'Stimme hinzufügen',
      lead: 'Wer spricht, liest einen Satz vor und stimmt damit zu.',
      speaker: 'Name der sprechenden Person',
      readAloud: 'Lies das in einem ruhigen Raum laut vor',
      consent: (name) =>
        `Ich heiße ${name}. Das ist meine eigene Stimme, und ich bin damit einverstanden, dass sie in diesem Studio spricht. Ich kann das jederzeit zurücknehmen.`,
      record: 'Aufnehmen',
      again: 'Neu aufnehmen',
      stop: 'Anhalten',
      choose: 'Datei wählen',
      clipOfVoice: 'Aufnahme der Stimme',
      clip: 'Die Aufnahme',
      recording: 'Aufnahme läuft',
      ready: 'Die Aufnahme ist fertig',
      wanted: 'Nimm den Satz auf, oder wähle eine Datei, in der er vorgelesen wird.',
      add: 'Stimme hinzufügen',
      adding: 'Wird hinzugefügt',
      failures: {
        missing: 'Hier lässt sich kein Mikrofon verwenden. Schließ eines an, oder wähle eine Datei.',
        forbidden:
          'Der Browser darf das Mikrofon nicht verwenden. Erlaube es in der Adresszeile, oder wähle eine Datei.',
        unreadable: 'Dieser Browser kann nicht lesen, was er aufgenommen hat. Wähle eine Datei.',
      },
    },
  },
)
