import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type DeviceFailure, deviceFailure } from './device-failure'

/** `blind` where it is open and gives no picture. */
export type CameraFailure = DeviceFailure | 'stopped' | 'blind'

/** `on` as long as the camera's light is; a photo that was taken is kept without it. */
export type CameraState =
  | { kind: 'opening' }
  | { kind: 'on' }
  | { kind: 'taken'; photo: File; url: string }
  | { kind: 'failed'; failure: CameraFailure }

type Camera = {
  state: CameraState
  /** Shows what the camera sees. */
  video: RefObject<HTMLVideoElement | null>
  /** Seconds until the photo is taken; null while nothing is counted. */
  left: number | null
  take: (after: number) => void
  /** Opens the camera again. */
  again: () => void
}

const QUALITY = 0.92
const WANTED: MediaStreamConstraints = {
  video: { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1440 } },
}

/** The camera, open as long as the component is there and no photo has been taken. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const stream = useRef<MediaStream | null>(null)
  const [state, setState] = useState<CameraState>({ kind: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const [left, setLeft] = useState<number | null>(null)

  const off = useCallback(() => {
    if (stream.current) stop(stream.current)
    stream.current = null
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt opens the camera anew.
  useEffect(() => {
    let current = true
    openCamera().then(
      (opened) => {
        if (!current || !video.current) return stop(opened)
        stream.current = opened
        video.current.srcObject = opened
        for (const track of opened.getTracks())
          track.onended = () => setState({ kind: 'failed', failure: 'stopped' })
        setState({ kind: 'on' })
      },
      (error: unknown) => current && setState({ kind: 'failed', failure: deviceFailure(error) }),
    )
    return () => {
      current = false
      off()
    }
  }, [attempt, off])

  const shoot = useCallback(async () => {
    const photo = video.current && (await photograph(video.current).catch(() => null))
    off()
    if (photo) setState({ kind: 'taken', photo, url: URL.createObjectURL(photo) })
    else setState({ kind: 'failed', failure: 'blind' })
  }, [off])

  useEffect(() => {
    if (left === null) return
    if (left === 0) {
      setLeft(null)
      void shoot()
      return
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left, shoot])

  useEffect(() => () => void (state.kind === 'taken' && URL.revokeObjectURL(state.url)), [state])

  return {
    state,
    video,
    left,
    take: setLeft,
    again: () => {
      setState({ kind: 'opening' })
      setAttempt((before) => before + 1)
    },
  }
}

async function openCamera(): Promise<MediaStream> {
  // Browsers hide all of it where the page did not come over https.
  if (!navigator.mediaDevices) throw new DOMException('', 'SecurityError')
  return navigator.mediaDevices.getUserMedia(WANTED)
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** The whole of what the camera sees, as others see it: the view on the page is a mirror, the photo is not. */
async function photograph(video: HTMLVideoElement): Promise<File | null> {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0) return null
  const canvas = document.createElement('canvas')
  canvas.width = videoWidth
  canvas.height = videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  return blob && new File([blob], 'photo.jpg', { type: blob.type })
}
