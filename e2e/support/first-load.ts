import { gzipSync } from 'node:zlib'
import type { APIRequestContext } from '@playwright/test'

/** The scripts a page itself names for browsers of today; what comes later, those ask for. */
export async function namedScripts(request: APIRequestContext, address: string): Promise<string[]> {
  const html = await (await request.get(address)).text()
  const tags = [...html.matchAll(/<script\b[^>]*?\bsrc="([^"]+)"[^>]*>/g)]
  return tags.filter(([tag]) => !/nomodule/i.test(tag)).map(([, src]) => new URL(src, address).href)
}

/** First-load JavaScript of a page, gzipped, in kB. */
export async function firstLoad(request: APIRequestContext, address: string): Promise<number> {
  const bodies = (await namedScripts(request, address)).map(async (url) => (await request.get(url)).body())
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000
}
