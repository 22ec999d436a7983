/** Change of a value by `by`, from second `start` on, within `seconds`. */
type Reach = { by: number; start: number; seconds: number }

/**
 * A value that moves as limbs do: each reach has minimum jerk (Flash & Hogan 1985), and one that begins before
 * another has ended is added to it (Flash & Henis 1991). So neither position nor speed nor acceleration ever jumps.
 * Times are seconds, and may only be asked for in order.
 */
export class Movement {
  private settled = 0
  private reaches: Reach[] = []

  /** Where it will be once all reaches have ended. */
  get goal(): number {
    return this.reaches.reduce((sum, { by }) => sum + by, this.settled)
  }

  moveTo(goal: number, start: number, seconds: number): void {
    this.reaches.push({ by: goal - this.goal, start, seconds })
  }

  /** Goes away by `size`, is there from `peak` on for `hold` seconds, and comes back. */
  stroke(
    size: number,
    peak: number,
    { rise, hold = 0, fall }: { rise: number; hold?: number; fall: number },
  ) {
    this.reaches.push({ by: size, start: peak - rise, seconds: rise })
    this.reaches.push({ by: -size, start: peak + hold, seconds: fall })
  }

  at(time: number): number {
    let value = 0
    this.reaches = this.reaches.filter(({ by, start, seconds }) => {
      const share = Math.max(0, (time - start) / seconds)
      if (share < 1) value += by * minimumJerk(share)
      else this.settled += by
      return share < 1
    })
    return this.settled + value
  }
}

/** From 0 to 1 while `share` does, with the least jerk. */
function minimumJerk(share: number): number {
  return share ** 3 * (10 - 15 * share + 6 * share * share)
}
