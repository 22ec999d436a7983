import { catalogue } from './catalogue'

/** The studio around its parts: what is said and in which shape, and the one button that makes the video. */
export const studioWords = catalogue(
  {
    studio: 'Studio',
    speech: 'What is said',
    script: 'Script',
    recording: 'Recording',
    size: 'Size',
    shapes: { '640x640': 'Square', '640x480': 'Wide', '480x640': 'Tall' },
    /** What printers and cameras call a shape; said to those who cannot see it drawn. */
    aliases: { '640x640': '', '640x480': 'landscape', '480x640': 'portrait' },
    create: 'Create',
    createVideo: (length: string, wait: string, cost: string | null) =>
      cost === null
        ? `Create · ${length} of video, ready in about ${wait}`
        : `Create · ${length}, about ${cost}, ready in about ${wait}`,
    missing: {
      otherPhoto: 'Choose another photo first.',
      portraitAndScript: 'Add a portrait and something to say.',
      portraitAndRecording: 'Add a portrait and a recording.',
      portrait: 'Add a portrait.',
      script: 'Write something to say.',
      recording: 'Add a recording.',
      shorterRecording: 'Use a shorter recording.',
      shorterScript: 'Shorten the script.',
      face: 'Looking for the face.',
    },
    about: (length: string) => `about ${length}`,
    sending: 'Sending the portrait and the words',
    checking: 'Checking the portrait and the words',
    cancelled: 'Cancelled before it was sent',
    share: 'Share',
    backToPortrait: 'Back to the portrait',
  },
  {
    de: {
      studio: 'Studio',
      speech: 'Was gesagt wird',
      script: 'Skript',
      recording: 'Aufnahme',
      size: 'Format',
      shapes: { '640x640': 'Quadrat', '640x480': 'Quer', '480x640': 'Hoch' },
      aliases: { '640x640': '', '640x480': 'Querformat', '480x640': 'Hochformat' },
      create: 'Erstellen',
      createVideo: (length, wait, cost) =>
        cost === null
          ? `Erstellen · ${length} Video, fertig in etwa ${wait}`
          : `Erstellen · ${length}, etwa ${cost}, fertig in etwa ${wait}`,
      missing: {
        otherPhoto: 'Wähle zuerst ein anderes Foto.',
        portraitAndScript: 'Füge ein Porträt hinzu und etwas, das es sagen soll.',
        portraitAndRecording: 'Füge ein Porträt und eine Aufnahme hinzu.',
        portrait: 'Füge ein Porträt hinzu.',
        script: 'Schreib etwas, das gesagt werden soll.',
        recording: 'Füge eine Aufnahme hinzu.',
        shorterRecording: 'Nimm eine kürzere Aufnahme.',
        shorterScript: 'Kürze das Skript.',
        face: 'Das Gesicht wird gesucht.',
      },
      about: (length) => `etwa ${length}`,
      sending: 'Porträt und Worte werden gesendet',
      checking: 'Porträt und Worte werden geprüft',
      cancelled: 'Abgebrochen, bevor es gesendet war',
      share: 'Teilen',
      backToPortrait: 'Zurück zum Porträt',
    },
  },
)
