/** The files under a link's address, and which variant of the video each is. */
export const SHARED_FILES = {
  'video.mp4': 'video',
  'captioned.mp4': 'captioned',
  'poster.jpg': 'poster',
  'thumbnail.jpg': 'thumbnail',
  'audio.m4a': 'audio',
  'previews.jpg': 'previews',
  'captions.vtt': 'captions.vtt',
  'captions.srt': 'captions.srt',
} as const

export type SharedFile = keyof typeof SHARED_FILES

export function isSharedFile(name: string): name is SharedFile {
  return Object.hasOwn(SHARED_FILES, name)
}
