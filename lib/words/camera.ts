import { catalogue } from './catalogue'

/** Taking the portrait's photo. */
export const cameraWords = catalogue(
  {
    view: 'What the camera sees',
    states: {
      opening: 'Opening the camera',
      on: 'Look into the camera, with light on your face',
      taken: 'The camera is off',
      failed: 'No camera',
    },
    take: 'Take the photo',
    wait: (seconds: number) => `Wait ${seconds} s`,
    use: 'Use this photo',
    another: 'Take another',
    closeCamera: 'Close the camera',
    tryAgain: 'Try again',
    failures: {
      forbidden:
        'This page may not use the camera. Allow it in the browser, beside the address, then try again.',
      missing: 'No camera was found. Connect one and try again, or choose a photo.',
      inUse: 'Another program uses the camera. Close it there, then try again.',
      insecure: 'The camera can be used only where the studio is reached over https. Choose a photo.',
      unknown: 'The camera could not be opened. Try again, or choose a photo.',
      stopped: 'The camera stopped. Try it again.',
      blind: 'The camera gave no picture. Try it again.',
    },
  },
  {
    de: {
      view: 'Was die Kamera sieht',
      states: {
        opening: 'Die Kamera wird geöffnet',
        on: 'Schau in die Kamera, mit Licht im Gesicht',
        taken: 'Die Kamera ist aus',
        failed: 'Keine Kamera',
      },
      take: 'Foto aufnehmen',
      wait: (seconds) => `${seconds} s warten`,
      use: 'Dieses Foto verwenden',
      another: 'Noch eines aufnehmen',
      closeCamera: 'Kamera schließen',
      tryAgain: 'Noch einmal versuchen',
      failures: {
        forbidden:
          'Diese Seite darf die Kamera nicht verwenden. Erlaube es im Browser, neben der Adresse, und versuch es noch einmal.',
        missing:
          'Es wurde keine Kamera gefunden. Schließ eine an und versuch es noch einmal, oder wähle ein Foto.',
        inUse: 'Ein anderes Programm verwendet die Kamera. Schließ sie dort und versuch es noch einmal.',
        insecure:
          'Die Kamera lässt sich nur verwenden, wenn das Studio über https aufgerufen wird. Wähle ein Foto.',
        unknown: 'Die Kamera ließ sich nicht öffnen. Versuch es noch einmal, oder wähle ein Foto.',
        stopped: 'Die Kamera hat aufgehört. Versuch es noch einmal.',
        blind: 'Die Kamera hat kein Bild geliefert. Versuch es noch einmal.',
      },
    },
  },
)
