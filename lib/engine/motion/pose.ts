/**
 * What the portrait does in one frame. Angles in radians, lengths in heights of the face (hairline to chin), so
 * the same poses fit any portrait.
 */
export type Pose = {
  /** Head turn about the vertical axis. */
  yaw: number
  /** Head nod; positive lowers the chin. */
  pitch: number
  /** Head tilt, clockwise. */
  roll: number
  /** Head shift to the right and down. */
  shiftX: number
  shiftY: number
  /** How far the jaw has dropped. */
  jaw: number
  /** Lips rounded 1 … spread −1. */
  round: number
  /** Lips pressed together, 0…1. */
  press: number
  /** Lower lip under the upper teeth, 0…1. */
  tuck: number
  /** Brows raised 1 … lowered −1. */
  brow: number
  /** Lids closed, 0…1. */
  blink: number
  /** Eyes turned to the picture's right and down, from where they look in the photo. */
  gazeX: number
  gazeY: number
  /** Chest raised, −1…1. */
  breath: number
  /** How far lips that stand open in the photo are brought together, 0…1; the jaw then opens from there. */
  close: number
}
