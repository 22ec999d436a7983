import { expect, type Locator } from '@playwright/test'

/** What Chromium shows and sounds while a video plays. */
type Playback = {
  from: number
  to: number
  differing: number
  audioBytes: number
  width: number
  height: number
  error: string | null
}

/**
 * Plays the video in the page and proves that it plays: time advances, the picture changes between frames, and sound
 * was decoded.
 */
export async function expectToPlay(video: Locator, size: { width: number; height: number }): Promise<void> {
  await expect(video).toBeVisible()
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState), { timeout: 20_000 })
    .toBeGreaterThanOrEqual(2)
  const seen = await video.evaluate(watch)
  expect(seen.error).toBeNull()
  expect({ width: seen.width, height: seen.height }).toEqual(size)
  expect(seen.to - seen.from).toBeGreaterThan(0.5)
  expect(seen.differing).toBeGreaterThan(0.001)
  expect(seen.audioBytes).toBeGreaterThan(1000)
}

/** Runs in the page. */
async function watch(element: HTMLVideoElement): Promise<Playback> {
  const decoded = element as HTMLVideoElement & { webkitAudioDecodedByteCount: number }
  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 64
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const grab = () => {
    context?.drawImage(element, 0, 0, 64, 64)
    return context?.getImageData(0, 0, 64, 64).data ?? new Uint8ClampedArray()
  }
  element.muted = false
  element.currentTime = 0
  await element.play()
  const from = element.currentTime
  const first = grab()
  const until = performance.now() + 10_000
  let differing = 0
  while (
    performance.now() < until &&
    (element.currentTime - from < 0.8 || differing < 0.001) &&
    !element.ended
  ) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const now = grab()
    let changed = 0
    for (let i = 0; i < now.length; i += 4) if (Math.abs((now[i] ?? 0) - (first[i] ?? 0)) > 12) changed++
    differing = Math.max(differing, changed / (now.length / 4))
  }
  element.pause()
  return {
    from,
    to: element.currentTime,
    differing,
    audioBytes: decoded.webkitAudioDecodedByteCount,
    width: element.videoWidth,
    height: element.videoHeight,
    error: element.error?.message ?? null,
  }
}
