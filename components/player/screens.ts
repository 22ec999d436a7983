/** Safari on the iPhone only lets the video itself fill the screen, by a method of its own. */
type IosVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void }

/** Fills the screen with the film, or gives it back. The browser's own controls are there meanwhile. */
export function toggleFullScreen(video: IosVideo | null): void {
  if (!video) return
  if (document.fullscreenElement) {
    document.exitFullscreen().catch(() => {})
  } else if (video.requestFullscreen) {
    video.addEventListener('fullscreenchange', function change() {
      video.controls = document.fullscreenElement === video
      if (!video.controls) video.removeEventListener('fullscreenchange', change)
    })
    // Refused, as in a frame that may not: the film stays where it is.
    video.requestFullscreen().catch(() => {})
  } else {
    video.webkitEnterFullscreen?.()
  }
}

/** Whether this browser can lift a film out of its page. */
export function hasPictureInPicture(): boolean {
  return typeof document !== 'undefined' && document.pictureInPictureEnabled === true
}

/** Lifts the film out of the page, or puts it back. */
export function togglePictureInPicture(video: HTMLVideoElement | null): void {
  if (!video || !hasPictureInPicture()) return
  const change = document.pictureInPictureElement
    ? document.exitPictureInPicture()
    : video.requestPictureInPicture()
  // Refused before there is a picture.
  change.catch(() => {})
}
