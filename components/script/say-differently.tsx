import { useQuery } from '@tanstack/react-query'
import { addPronunciation, changePronunciation, listPronunciations } from '@/components/api/pronunciations'
import { PronunciationForm } from '@/components/pronunciations/pronunciation-form'
import { useWords } from '@/components/words/language'
import type { PronunciationView } from '@/lib/pronunciations/schema'
import { scriptWords } from '@/lib/words/script'

/** Puts a word of the script into the team's dictionary, or changes what is said there. */
export function SayDifferently({
  word,
  voice,
  onDone,
  onClose,
}: {
  word: string
  voice: string
  onDone: (pronunciation: PronunciationView) => void
  onClose: () => void
}) {
  const words = useWords(scriptWords)
  const { data, isPending } = useQuery({
    queryKey: ['dictionary', word],
    queryFn: ({ signal }) => listPronunciations(signal),
    gcTime: 0,
  })
  if (isPending) return null
  const known = data && entryFor(word, data)
  return (
    <PronunciationForm
      title={word ? words.sayWordDifferently(word) : words.sayAnyWordDifferently}
      initial={known ?? { word, said_as: '', note: null }}
      voice={voice}
      submit={known ? (inputs) => changePronunciation(known.id, inputs) : addPronunciation}
      onDone={onDone}
      onClose={onClose}
    />
  )
}

/** The dictionary's own spelling comes first: "NGUYEN" may stand beside "Nguyen". */
function entryFor(word: string, dictionary: PronunciationView[]): PronunciationView | undefined {
  const lower = word.toLowerCase()
  return (
    dictionary.find((entry) => entry.word === word) ??
    dictionary.find((entry) => entry.word.toLowerCase() === lower && entry.word !== entry.word.toUpperCase())
  )
}
