/** A text as written, and as said; `^` stands before letters read by name. */
export type Case = readonly [written: string, said: string]
