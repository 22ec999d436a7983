import 'server-only'
import { env } from '@/lib/env'
import type { EngineOffer, Price } from './engine-offer'
import type { ProviderName } from './estimate'
import { currentPace, nextPlace } from './queue-place'

/** The engines that can be chosen, the one that is taken where nobody chooses first. */
export async function engineOffers(): Promise<EngineOffer[]> {
  const others = env.engines.filter((name) => name !== env.provider)
  return Promise.all([env.provider, ...others].map(offerOf))
}

async function offerOf(name: ProviderName): Promise<EngineOffer> {
  const [pace, { seconds }] = await Promise.all([currentPace(name), nextPlace(name)])
  return { name, pace, queue: seconds, price: priceOf(name) }
}

/** What a second costs; null for this studio's own engine, and where the operator has not said. */
export function priceOf(name: ProviderName): Price | null {
  return name === 'boson' ? env.boson.price : null
}
