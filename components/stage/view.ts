import type { Crop, PortraitReport } from '@/lib/boson/schemas'
import { type Frame, frameOnFace, MARGIN, type Rect } from './crop'

/**
 * Where somebody looks at a portrait: a point in shares of the picture's sides, and how much closer than the largest
 * part that fits. The same for every shape of video, so that changing the shape keeps it.
 */
export type View = { x: number; y: number; zoom: number }

/** A face keeps this much of its own height free around it. */
const ROOM = 0.05
/** Nobody means to look closer than at the skin. */
const MAX_ZOOM = 8

/** How close a view may come; null where the picture is too narrow for the face in this shape, so nothing can move. */
export function zoomLimit(picture: PortraitReport, frame: Frame): number | null {
  const { width, height } = shownIn(largest(picture, frame), frame)
  const { face } = picture
  const room = 1 + 2 * ROOM
  const limit = Math.min(width / (face.width * room), height / (face.height * room), MAX_ZOOM)
  return limit < 1 ? null : limit
}

/** The part of a picture that a film shows: around what somebody chose, else where the engine puts the face. */
export function shownPart(picture: PortraitReport, frame: Frame, view: View | null): Rect {
  const part = view && partOf(picture, frame, view)
  return part ? shownIn(part, frame) : frameOnFace(picture, frame)
}

/** What is asked of the engine for that, margin included, in shares of the picture; null to leave it to the engine. */
export function cropOf(picture: PortraitReport, frame: Frame, view: View | null): Crop | null {
  const part = view && partOf(picture, frame, view)
  if (!part) return null
  const x = clamp(part.x / picture.width, 0, 1)
  const y = clamp(part.y / picture.height, 0, 1)
  return {
    x,
    y,
    width: Math.min(part.width / picture.width, 1 - x),
    height: Math.min(part.height / picture.height, 1 - y),
  }
}

/** The view that comes nearest to what the engine would show by itself: where framing by hand begins. */
export function defaultView(picture: PortraitReport, frame: Frame): View {
  const shown = frameOnFace(picture, frame)
  const whole = shownIn(largest(picture, frame), frame)
  return {
    x: (shown.x + shown.width / 2) / picture.width,
    y: (shown.y + shown.height / 2) / picture.height,
    zoom: Math.max(1, whole.height / shown.height),
  }
}

/** A view as it can be: inside the picture, with the whole face in it. Null where that cannot be. */
export function possibleView(picture: PortraitReport, frame: Frame, view: View): View | null {
  const part = partOf(picture, frame, view)
  if (!part) return null
  const zoom = largest(picture, frame).height / part.height
  return {
    x: (part.x + part.width / 2) / picture.width,
    y: (part.y + part.height / 2) / picture.height,
    zoom,
  }
}

function partOf(picture: PortraitReport, frame: Frame, view: View): Rect | null {
  const limit = zoomLimit(picture, frame)
  if (limit === null) return null
  const whole = largest(picture, frame)
  const zoom = clamp(view.zoom, 1, limit)
  const width = whole.width / zoom
  const height = whole.height / zoom
  const { face } = picture
  const margin = (height / (frame.height + 2 * MARGIN)) * MARGIN
  const [besides, above] = [margin + face.width * ROOM, margin + face.height * ROOM]
  return {
    x: place(view.x * picture.width, width, picture.width, [face.x - besides, face.x + face.width + besides]),
    y: place(view.y * picture.height, height, picture.height, [face.y - above, face.y + face.height + above]),
    width,
    height,
  }
}

/** Where a stretch of `length` begins that lies about `middle`, within 0…`end`, and holds all of `kept` it can. */
function place(middle: number, length: number, end: number, [from, to]: [number, number]): number {
  const wanted = clamp(middle - length / 2, to - length, from)
  return clamp(wanted, 0, end - length)
}

/** The largest part of the picture in the shape of frame and margin; where it lies does not matter. */
function largest({ width, height }: PortraitReport, frame: Frame): Rect {
  const aspect = (frame.width + 2 * MARGIN) / (frame.height + 2 * MARGIN)
  const most = Math.min(height, width / aspect)
  return { x: 0, y: 0, width: most * aspect, height: most }
}

/** A part without the margin that the engine keeps around the frame. */
function shownIn(part: Rect, frame: Frame): Rect {
  const scale = part.height / (frame.height + 2 * MARGIN)
  return {
    x: part.x + MARGIN * scale,
    y: part.y + MARGIN * scale,
    width: frame.width * scale,
    height: frame.height * scale,
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(max, min))
}
