import { writeFile } from 'node:fs/promises'
import { BufferTarget, Conversion, FilePathSource, Input, MP4, Mp4OutputFormat, Output } from 'mediabunny'
import { StudioError } from '@/lib/boson/errors'

/**
 * Writes the sound of an MP4 as an M4A, as it is encoded: nothing is decoded. It keeps its place in time.
 * @throws StudioError `not_found` where the video has no sound
 */
export async function extractAudio(videoPath: string, outPath: string): Promise<void> {
  const input = new Input({ source: new FilePathSource(videoPath), formats: [MP4] })
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  try {
    const conversion = await Conversion.init({
      input,
      output,
      tracks: 'primary',
      video: { discard: true },
      copy: { mode: 'forced', shiftTolerance: Number.POSITIVE_INFINITY },
      showWarnings: false,
    })
    if (conversion.utilizedTracks.length === 0) throw new StudioError('not_found', 'This video has no sound.')
    await conversion.execute()
    if (!target.buffer) throw new Error('mediabunny wrote nothing')
    await writeFile(outPath, new Uint8Array(target.buffer))
  } finally {
    input.dispose()
  }
}
