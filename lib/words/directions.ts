import { catalogue } from './catalogue'

/** The directions a script can carry, by the names of their tags, and the menu they are chosen from. */
export const directionWords = catalogue(
  {
    search: 'Search directions',
    example: 'Sad, fast, pause',
    nothing: (wanted: string) => `Nothing like “${wanted}”. Look for a feeling, a pace or a sound.`,
    added: (kind: string, direction: string) => `${kind}: ${direction} added`,
    /** Between the words of a script. */
    inScript: (direction: string) => direction.toLowerCase(),
    kinds: { emotion: 'Emotion', style: 'Style', pace: 'Pace and pitch', sound: 'Sound', pause: 'Pause' },
    hints: {
      emotion: 'Holds until the next one',
      style: 'Holds until the next one',
      pace: 'Holds until the next of its kind',
      sound: 'Right here, before the sound written out',
      pause: 'Right here',
    },
    tags: {
      ...{ elation: 'Elation', amusement: 'Amusement', enthusiasm: 'Enthusiasm', pride: 'Pride' },
      ...{ determination: 'Determination', contentment: 'Contentment', affection: 'Affection' },
      ...{ relief: 'Relief', contemplation: 'Contemplation', confusion: 'Confusion', surprise: 'Surprise' },
      ...{ awe: 'Awe', longing: 'Longing', arousal: 'Excitement', anger: 'Anger', fear: 'Fear' },
      ...{ disgust: 'Disgust', bitterness: 'Bitterness', sadness: 'Sadness', shame: 'Shame' },
      ...{ helplessness: 'Helplessness', singing: 'Singing', shouting: 'Shouting', whispering: 'Whispering' },
      ...{ cough: 'Cough', laughter: 'Laughter', crying: 'Crying', screaming: 'Scream', burping: 'Burp' },
      ...{ humming: 'Humming', sigh: 'Sigh', sniff: 'Sniff', sneeze: 'Sneeze' },
      ...{
        speed_very_slow: 'Very slow',
        speed_slow: 'Slow',
        speed_fast: 'Fast',
        speed_very_fast: 'Very fast',
      },
      ...{ pitch_low: 'Low voice', pitch_high: 'High voice', expressive_high: 'Lively' },
      ...{ expressive_low: 'Flat', pause: 'Pause', long_pause: 'Long pause' },
    },
  },
  {
    de: {
      search: 'Anweisungen suchen',
      example: 'Trauer, schnell, Pause',
      nothing: (wanted) => `Nichts wie „${wanted}“. Suche nach einem Gefühl, einem Tempo oder einem Laut.`,
      added: (kind, direction) => `${kind}: ${direction} eingefügt`,
      inScript: (direction) => direction,
      kinds: { emotion: 'Gefühl', style: 'Stil', pace: 'Tempo und Tonhöhe', sound: 'Laut', pause: 'Pause' },
      hints: {
        emotion: 'Gilt bis zum nächsten',
        style: 'Gilt bis zum nächsten',
        pace: 'Gilt bis zum nächsten seiner Art',
        sound: 'Genau hier, vor dem ausgeschriebenen Laut',
        pause: 'Genau hier',
      },
      tags: {
        ...{ elation: 'Hochgefühl', amusement: 'Belustigung', enthusiasm: 'Begeisterung', pride: 'Stolz' },
        ...{ determination: 'Entschlossenheit', contentment: 'Zufriedenheit', affection: 'Zuneigung' },
        ...{ relief: 'Erleichterung', contemplation: 'Nachdenken', confusion: 'Verwirrung' },
        ...{ surprise: 'Überraschung', awe: 'Ehrfurcht', longing: 'Sehnsucht', arousal: 'Erregung' },
        ...{ anger: 'Ärger', fear: 'Angst', disgust: 'Ekel', bitterness: 'Bitterkeit', sadness: 'Trauer' },
        ...{ shame: 'Scham', helplessness: 'Hilflosigkeit' },
        ...{ singing: 'Singen', shouting: 'Rufen', whispering: 'Flüstern' },
        ...{ cough: 'Husten', laughter: 'Lachen', crying: 'Weinen', screaming: 'Schrei', burping: 'Rülpsen' },
        ...{ humming: 'Summen', sigh: 'Seufzen', sniff: 'Schniefen', sneeze: 'Niesen' },
        ...{ speed_very_slow: 'Sehr langsam', speed_slow: 'Langsam' },
        ...{ speed_fast: 'Schnell', speed_very_fast: 'Sehr schnell' },
        ...{ pitch_low: 'Tiefe Stimme', pitch_high: 'Hohe Stimme' },
        ...{ expressive_high: 'Lebhaft', expressive_low: 'Gleichförmig' },
        ...{ pause: 'Pause', long_pause: 'Lange Pause' },
      },
    },
  },
)
