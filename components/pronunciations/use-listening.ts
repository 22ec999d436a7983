import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { speak } from '@/components/api/speech'

/** A word and how it is to be said. */
export type Said = { word: string; said_as: string }

/** Plays how words are said, one at a time. */
export function useListening(voice: string) {
  const playing = useRef<HTMLAudioElement | null>(null)
  useEffect(() => () => playing.current?.pause(), [])
  return useMutation({
    mutationFn: async ({ word, said_as }: Said) => {
      const sound = new Audio(await speak(word, voice, [{ word, said_as }]))
      playing.current?.pause()
      playing.current = sound
      await sound.play()
    },
  })
}
