import { useCallback, useEffect, useRef, useState } from 'react'
import { toWav } from './wav'

/** Why there is no clip. */
type Failure = 'missing' | 'forbidden' | 'unreadable'

/** Records one clip; `onClip` gets it as a WAV. It stops by itself after `mostSeconds`. */
export function useMicrophone(mostSeconds: number, onClip: (clip: File) => void) {
  const [seconds, setSeconds] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const recorder = useRef<MediaRecorder | null>(null)

  const stop = useCallback(() => {
    if (recorder.current?.state === 'recording') recorder.current.stop()
  }, [])

  useEffect(() => {
    if (seconds === null) return
    if (seconds >= mostSeconds) return stop()
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds, mostSeconds, stop])

  // Whoever closes the page does not want the clip, only the microphone off.
  useEffect(() => () => letGo(recorder.current), [])

  async function start() {
    setFailure(null)
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const mine = new MediaRecorder(stream)
      recorder.current = mine
      const parts: Blob[] = []
      mine.ondataavailable = ({ data }) => parts.push(data)
      mine.onstop = () => {
        letGo(mine)
        setSeconds(null)
        toWav(new Blob(parts, { type: mine.mimeType }), 'recording.wav').then(onClip, () =>
          setFailure('unreadable'),
        )
      }
      mine.start()
      setSeconds(0)
    } catch (error) {
      const refused = error instanceof DOMException && error.name === 'NotAllowedError'
      setFailure(refused ? 'forbidden' : 'missing')
    }
  }

  return { seconds, failure, start, stop }
}

function letGo(recorder: MediaRecorder | null): void {
  for (const track of recorder?.stream.getTracks() ?? []) track.stop()
}
