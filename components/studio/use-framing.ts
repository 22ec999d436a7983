import type { Rect } from '@/components/stage/crop'
import { pixels } from '@/components/stage/shape'
import { cropOf, defaultView, possibleView, shownPart, type View, zoomLimit } from '@/components/stage/view'
import type { Size } from '@/lib/boson/limits'
import type { Framing as Asked, Point, PortraitReport } from '@/lib/boson/schemas'
import { changeDraft, useDraft } from './drafts'

export type Framing = {
  /** What was found in the picture, with the chosen face as the one that speaks. */
  report: PortraitReport | undefined
  /** What is worth knowing about the picture. */
  notices: string[]
  /** True where somebody chose the face that speaks. */
  chosen: boolean
  /** True where somebody moved the picture. */
  moved: boolean
  zoom: number
  /** How close it may come; null where nothing can be moved. */
  limit: number | null
  /** The part of the picture that a video of a size shows, in its pixels. */
  shown: (size: string) => Rect | undefined
  asked: (size: Size) => Asked
  move: (change: (view: View) => View) => void
  /** Leaves the framing to the engine again. */
  fit: () => void
  chooseFace: (face: Rect) => void
}

/** Told of a picture in which nobody was chosen yet. */
const LARGEST = /the largest one will speak/

/** How the portrait stands in the frame and which of its faces speaks, as the draft has it. */
export function useFraming(found: PortraitReport | undefined, size: Size): Framing {
  const draft = useDraft()
  const report = found && !found.turned ? withFace(found, draft.face) : found
  const frame = pixels(size)
  const limit = report && !report.turned ? zoomLimit(report, frame) : null
  const view = viewOf(report, size, draft)

  return {
    report,
    notices: report?.notices.filter((notice) => !(draft.face && LARGEST.test(notice))) ?? [],
    chosen: draft.face !== null,
    moved: draft.view !== null,
    zoom: view ? view.zoom : 1,
    limit,
    shown: (size) =>
      report && !report.turned ? shownPart(report, pixels(size), viewOf(report, size, draft)) : undefined,
    asked: (size) => ({
      crop: report ? cropOf(report, pixels(size), viewOf(report, size, draft)) : null,
      face: draft.face,
    }),
    move: (change) => {
      if (!report || limit === null) return
      const start = view ?? defaultView(report, frame)
      changeDraft(draft.id, { view: possibleView(report, frame, change(start)) })
    },
    fit: () => changeDraft(draft.id, { view: null }),
    chooseFace: ({ x, y, width, height }) => {
      if (!report) return
      const face = { x: (x + width / 2) / report.width, y: (y + height / 2) / report.height }
      changeDraft(draft.id, { face, view: null })
    },
  }
}

/**
 * Where somebody looks. Of several faces the chosen one is framed here, so that whoever makes the video sees nobody
 * else's more than theirs.
 */
function viewOf(
  report: PortraitReport | undefined,
  size: string,
  { view, face }: { view: View | null; face: Point | null },
): View | null {
  if (!report || report.turned || view) return view
  return face ? defaultView(report, pixels(size)) : null
}

function withFace(report: PortraitReport, chosen: Point | null): PortraitReport {
  if (!chosen || report.boxes.length === 0) return report
  const distance = ({ x, y, width, height }: Rect) =>
    Math.hypot(x + width / 2 - chosen.x * report.width, y + height / 2 - chosen.y * report.height)
  const face = report.boxes.reduce((best, box) => (distance(box) < distance(best) ? box : best))
  return { ...report, face }
}
