import { catalogue } from './catalogue'

/** What a finished video can be taken away as. */
export const downloadWords = catalogue(
  {
    files: {
      video: 'Video, MP4',
      audio: 'Sound, M4A',
      gif: 'Moving picture, GIF',
      poster: 'First picture, JPEG',
      captioned: 'Video with captions in it, MP4',
      vtt: 'Captions, WebVTT',
      srt: 'Captions, SubRip',
    },
    making: (file: string) => `Making the file: ${file}`,
    notMade: 'The file could not be made. Try again in a moment.',
  },
  {
    de: {
      files: {
        video: 'Video, MP4',
        audio: 'Ton, M4A',
        gif: 'Bewegtes Bild, GIF',
        poster: 'Erstes Bild, JPEG',
        captioned: 'Video mit Untertiteln im Bild, MP4',
        vtt: 'Untertitel, WebVTT',
        srt: 'Untertitel, SubRip',
      },
      making: (file) => `Datei wird gemacht: ${file}`,
      notMade: 'Die Datei ließ sich nicht machen. Versuch es gleich noch einmal.',
    },
  },
)
