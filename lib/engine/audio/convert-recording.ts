import { writeAudioFile } from '../encode/audio-file'
import { pcmBytes } from '../encode/pcm'
import { decodeRecording } from './decode-audio'

/**
 * Rewrites a recording of any accepted format as one that Boson takes: MP3, mono, 96 kbit/s. A minute of speech is
 * then 0.7 MB, where FLAC, the other format of good quality, takes three to five times that: sending it is nothing
 * but waiting, and what drives lips and is heard under a video needs no more.
 * @throws StudioError as {@link decodeRecording}; `render_failed` where the file cannot be written.
 */
export async function convertRecording(
  path: string,
  outPath: string,
  ffmpeg: string,
): Promise<{ contentType: string; seconds: number }> {
  const { samples, sampleRate, seconds } = await decodeRecording(path)
  async function* pcm() {
    yield pcmBytes(samples)
  }
  await writeAudioFile(pcm(), { ffmpeg, format: 'mp3', sampleRate, outPath })
  return { contentType: 'audio/mpeg', seconds }
}
