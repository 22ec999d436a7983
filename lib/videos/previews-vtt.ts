import { stamp } from '@/lib/captions/caption-files'
import { PREVIEW_SIDE, type PreviewSheet, previewAt } from '@/lib/engine/video/preview-sheet'

/** Where each moment's picture lies on the sheet, as WebVTT that other players understand. */
export function previewsVtt(
  sheet: PreviewSheet,
  { id, width, height }: { id: string; width: number | null; height: number | null },
): string {
  const [across, down] = smallSize(width ?? 1, height ?? 1)
  const cues = Array.from({ length: sheet.count }, (_, i) => {
    const { column, row } = previewAt(sheet, i * sheet.step)
    const time = `${stamp(i * sheet.step, '.')} --> ${stamp((i + 1) * sheet.step, '.')}`
    const place = `#xywh=${column * across},${row * down},${across},${down}`
    return `${time}\n/v1/videos/${id}/content?variant=previews${place}`
  })
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

/** As the sheet's pictures are: the shorter side even. */
function smallSize(width: number, height: number): [number, number] {
  const shorter = 2 * Math.round((PREVIEW_SIDE * Math.min(width, height)) / Math.max(width, height) / 2)
  return width >= height ? [PREVIEW_SIDE, shorter] : [shorter, PREVIEW_SIDE]
}
