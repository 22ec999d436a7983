import type { Pace, ProviderName } from './estimate'

/** What a second of video costs, in a currency of ISO 4217. */
export type Price = { perSecond: number; currency: string }

/** An engine that can be chosen. */
export type EngineOffer = {
  name: ProviderName
  pace: Pace
  /** Seconds until its turn for a video that is asked for now. */
  queue: number
  /** What it costs, where its operator has said so. */
  price: Price | null
}

/** An amount of money, in a currency of ISO 4217. */
export type Money = { amount: number; currency: string }

/** What videos of so many seconds cost together. */
export function costOf({ perSecond, currency }: Price, seconds: readonly number[]): Money {
  return { amount: perSecond * seconds.reduce((sum, each) => sum + each, 0), currency }
}
