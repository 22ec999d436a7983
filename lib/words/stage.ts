import { catalogue } from './catalogue'

/** The portrait on the stage, and how far the making of its video is. */
export const stageWords = catalogue(
  {
    portrait: 'The portrait',
    progress: 'Progress',
    stages: {
      waiting: 'Waiting for its turn',
      speech: 'Speaking the script',
      portrait: 'Studying the portrait',
      frames: 'Drawing the frames',
      finishing: 'Finishing the file',
      upstream: 'Being made at Boson',
    },
    waitingBehind: (videos: number) =>
      `Waiting for its turn, ${videos} ${videos === 1 ? 'video' : 'videos'} before it`,
    lost: 'Connection lost, trying again',
    timeLeft: (time: string) => `about ${time} left`,
  },
  {
    de: {
      portrait: 'Das Porträt',
      progress: 'Fortschritt',
      stages: {
        waiting: 'Wartet, bis es an der Reihe ist',
        speech: 'Spricht das Skript',
        portrait: 'Betrachtet das Porträt',
        frames: 'Zeichnet die Bilder',
        finishing: 'Schließt die Datei ab',
        upstream: 'Entsteht bei Boson',
      },
      waitingBehind: (videos) =>
        videos === 1 ? 'Wartet, 1 Video ist vorher dran' : `Wartet, ${videos} Videos sind vorher dran`,
      lost: 'Verbindung verloren, neuer Versuch läuft',
      timeLeft: (time) => `noch etwa ${time}`,
    },
  },
)
