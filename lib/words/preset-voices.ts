import { catalogue } from './catalogue'

/** The voices that come with the studio, by their ids: what each sounds like, and names that are words. */
export const presetVoiceWords = catalogue(
  {
    names: { default: 'Default' },
    descriptions: {
      default: 'woman, natural',
      chloe: 'woman, friendly',
      eleanor: 'woman, calm',
      nora: 'woman, narrator',
      jake: 'man, energetic',
      marcus: 'man, confident',
      oliver: 'man, thoughtful',
    },
  },
  {
    de: {
      names: { default: 'Standard' },
      descriptions: {
        default: 'Frau, natürlich',
        chloe: 'Frau, freundlich',
        eleanor: 'Frau, ruhig',
        nora: 'Frau, erzählend',
        jake: 'Mann, energisch',
        marcus: 'Mann, souverän',
        oliver: 'Mann, besonnen',
      },
    },
  },
)

type Words = (typeof presetVoiceWords)['en']

/** A preset as a reader of these words sees it; what has no words here stays as it is. */
export function shownPreset<V extends { id: string; name: string; description: string }>(
  voice: V,
  { names, descriptions }: Words,
): V {
  const word = (of: object) => new Map<string, string>(Object.entries(of)).get(voice.id)
  return { ...voice, name: word(names) ?? voice.name, description: word(descriptions) ?? voice.description }
}
