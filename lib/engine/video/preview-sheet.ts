/** How the small pictures of a video are laid out on their one sheet: row by row, one every `step` seconds. */
export type PreviewSheet = { step: number; count: number; columns: number; rows: number }

const COLUMNS = 10
/** Longer side of each picture, in pixels. */
export const PREVIEW_SIDE = 160
/** Half a second apart, and a second where there would else be more than these. */
const MOST = 60

export function previewSheet(seconds: number): PreviewSheet {
  const step = seconds / 0.5 <= MOST ? 0.5 : Math.max(1, seconds / MOST)
  const count = Math.max(1, Math.floor(seconds / step))
  return { step, count, columns: COLUMNS, rows: Math.ceil(count / COLUMNS) }
}

/** Where on the sheet a moment's picture lies. */
export function previewAt({ step, count, columns }: PreviewSheet, time: number) {
  const index = Math.min(count - 1, Math.max(0, Math.floor(time / step)))
  return { column: index % columns, row: Math.floor(index / columns) }
}
