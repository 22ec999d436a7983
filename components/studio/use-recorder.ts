import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '@/components/words/language'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import { recordingWords } from '@/lib/words/recording'
import { type DeviceFailure, deviceFailure } from './device-failure'

export type Recorder = {
  state: 'idle' | 'asking' | 'recording' | 'paused'
  failure: DeviceFailure | null
  /** Recorded so far. */
  seconds: number
  /** How loud it is now, 0…1. */
  level: number
  start: () => void
  pause: () => void
  resume: () => void
  finish: () => void
}

/** All that is open while somebody records. */
type Session = { stream: MediaStream; recorder: MediaRecorder; context: AudioContext; analyser: AnalyserNode }

/**
 * Records the microphone, a minute at most. What was recorded is handed on however it ends, also where the component
 * goes; the microphone is off from then on.
 */
export function useRecorder(onDone: (recording: File) => void): Recorder {
  const { name } = useWords(recordingWords)
  const session = useRef<Session | null>(null)
  const [state, setState] = useState<Recorder['state']>('idle')
  const [failure, setFailure] = useState<DeviceFailure | null>(null)
  const [seconds, setSeconds] = useState(0)
  const [level, setLevel] = useState(0)
  const gone = useRef(false)

  const finish = useCallback(() => {
    if (session.current) close(session.current)
    session.current = null
    setState('idle')
  }, [])

  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      finish()
    }
  }, [finish])

  useEffect(() => {
    if (state !== 'recording') return setLevel(0)
    let before = performance.now()
    let frame = requestAnimationFrame(function tick(now) {
      const passed = Math.max(0, now - before) / 1000
      before = now
      setSeconds((recorded) => recorded + passed)
      if (session.current) setLevel(levelOf(session.current.analyser))
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [state])

  useEffect(() => {
    if (seconds >= MAX_AUDIO_SECONDS) finish()
  }, [seconds, finish])

  async function start() {
    setFailure(null)
    setSeconds(0)
    setState('asking')
    try {
      const opened = await open(name, onDone)
      if (gone.current) return close(opened)
      session.current = opened
      opened.stream.getTracks()[0].onended = finish
      opened.recorder.start()
      setState('recording')
    } catch (error) {
      setFailure(deviceFailure(error))
      setState('idle')
    }
  }

  return {
    state,
    failure,
    seconds,
    level,
    start: () => void start(),
    pause: () => {
      session.current?.recorder.pause()
      setState('paused')
    },
    resume: () => {
      session.current?.recorder.resume()
      setState('recording')
    },
    finish,
  }
}

async function open(name: string, onDone: (recording: File) => void): Promise<Session> {
  // Browsers hide all of it where the page did not come over https.
  if (!navigator.mediaDevices) throw new DOMException('', 'SecurityError')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const recorder = new MediaRecorder(stream)
  const pieces: Blob[] = []
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  recorder.onstop = () => {
    const [type] = recorder.mimeType.split(';')
    const extension = type === 'audio/mp4' ? 'm4a' : type.slice('audio/'.length)
    onDone(new File(pieces, `${name}.${extension}`, { type, lastModified: Date.now() }))
  }
  return { stream, recorder, context, analyser }
}

function close({ stream, recorder, context }: Session): void {
  if (recorder.state !== 'inactive') recorder.stop()
  for (const track of stream.getTracks()) track.stop()
  void context.close()
}

/** Root mean square of the last moment, stretched so that speech fills most of a meter. */
function levelOf(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize)
  analyser.getFloatTimeDomainData(samples)
  const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length
  return Math.min(1, Math.sqrt(power) * 4)
}
