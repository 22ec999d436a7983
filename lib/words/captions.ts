import { catalogue } from './catalogue'

/** The captions of a video, and writing on them. */
export const captionWords = catalogue(
  {
    captions: 'Captions',
    none: 'This video shows no captions.',
    byHand: (count: number) => `${count} ${count === 1 ? 'caption' : 'captions'}, edited by hand.`,
    fromScript: (count: number) => `${count} ${count === 1 ? 'caption' : 'captions'}, taken from the script.`,
    noScript: 'A recording has no script to take captions from.',
    write: 'Write captions',
    edit: 'Edit captions',
    backToScript: 'Back to the script',
    backQuestion: 'Take the captions back to the script?',
    backConsequence: 'What was written in these captions is forgotten.',
    saving: 'Saving',
    saved: 'Saved',
    addAt: (seconds: string) => `Add a caption at ${seconds} s`,
    taken:
      'There is a caption at this moment already. Move the film to where there is none, or make that one shorter.',
    caption: (number: number) => `Caption ${number}`,
    begins: (number: number) => `Caption ${number} begins, in seconds`,
    ends: (number: number) => `Caption ${number} ends, in seconds`,
    play: (number: number) => `Play caption ${number}`,
    split: (number: number) => `Split caption ${number} at the caret`,
    merge: (number: number) => `Merge caption ${number} with the next`,
    remove: (number: number) => `Remove caption ${number}`,
    saidHere: 'What is said here',
    transcriptLead:
      'Nobody has told this studio what the recording says. Paste or write it here; the pauses in the sound say when, and each caption can be corrected after.',
    makeCaptions: 'Make captions of it',
    listening: 'Listening for the pauses',
    soundMissing:
      'The sound could not be loaded. Check the connection and try again; what you wrote is still here.',
  },
  {
    de: {
      captions: 'Untertitel',
      none: 'Dieses Video zeigt keine Untertitel.',
      byHand: (count) => `${count} Untertitel, von Hand bearbeitet.`,
      fromScript: (count) => `${count} Untertitel, aus dem Skript.`,
      noScript: 'Eine Aufnahme hat kein Skript, aus dem Untertitel entstehen könnten.',
      write: 'Untertitel schreiben',
      edit: 'Untertitel bearbeiten',
      backToScript: 'Zurück zum Skript',
      backQuestion: 'Untertitel wieder aus dem Skript nehmen?',
      backConsequence: 'Was in diesen Untertiteln geschrieben wurde, geht verloren.',
      saving: 'Wird gespeichert',
      saved: 'Gespeichert',
      addAt: (seconds) => `Untertitel bei ${seconds} s einfügen`,
      taken:
        'An dieser Stelle steht schon ein Untertitel. Geh im Video dorthin, wo keiner ist, oder kürze diesen.',
      caption: (number) => `Untertitel ${number}`,
      begins: (number) => `Untertitel ${number} beginnt, in Sekunden`,
      ends: (number) => `Untertitel ${number} endet, in Sekunden`,
      play: (number) => `Untertitel ${number} abspielen`,
      split: (number) => `Untertitel ${number} an der Schreibmarke teilen`,
      merge: (number) => `Untertitel ${number} mit dem nächsten verbinden`,
      remove: (number) => `Untertitel ${number} entfernen`,
      saidHere: 'Was hier gesagt wird',
      transcriptLead:
        'Was in der Aufnahme gesagt wird, weiß dieses Studio nicht. Füge es hier ein oder schreib es; die Pausen im Ton sagen, wann, und jeder Untertitel lässt sich danach ändern.',
      makeCaptions: 'Untertitel daraus machen',
      listening: 'Sucht die Pausen im Ton',
      soundMissing:
        'Der Ton konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal; was du geschrieben hast, ist noch da.',
    },
  },
)
