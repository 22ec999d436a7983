import { z } from 'zod'
import { c2paLibrary } from './c2pa-library'

type VideoCredentials = {
  /** Nothing was changed since it was signed. Says nothing about who signed. */
  valid: boolean
  /** C2PA's word for it: `Invalid`, `Valid`, or `Trusted` where the signer is on the trust list as well. */
  state: string
  /** Organisation in the signer's certificate. */
  issuer: string | null
  /** What was done, such as `c2pa.created`. */
  actions: string[]
  /** IPTC URLs that say how the actions came by their content. */
  digitalSourceTypes: string[]
  /** C2PA's codes for what is wrong, such as `assertion.bmffHash.mismatch`. */
  problems: string[]
}

const storeSchema = z.object({
  active_manifest: z.string(),
  validation_state: z.string(),
  validation_status: z.array(z.object({ code: z.string() })).default([]),
  manifests: z.record(
    z.string(),
    z.object({
      signature_info: z.object({ issuer: z.string().optional() }).optional(),
      assertions: z.array(z.object({ label: z.string(), data: z.unknown() })).default([]),
    }),
  ),
})

const actionsSchema = z.object({
  actions: z.array(z.object({ action: z.string(), digitalSourceType: z.string().optional() })),
})

/**
 * The Content Credentials inside an MP4, checked against its bytes; null where it carries none. Nothing is fetched.
 *
 * @param trustAnchors certificates (PEM) of the roots whose signers count as trusted; nobody's by default
 * @throws where the bytes are no MP4, or where the credentials are too damaged to be read
 */
export async function readCredentials(
  bytes: Uint8Array,
  { trustAnchors }: { trustAnchors?: string } = {},
): Promise<VideoCredentials | null> {
  const { WasmReader } = await c2paLibrary()
  const settings = {
    verify: { remote_manifest_fetch: false, ocsp_fetch: false },
    trust: { trust_anchors: trustAnchors },
  }
  const reader = await WasmReader.fromBytes('video/mp4', bytes, JSON.stringify(settings)).catch(noneIfAbsent)
  if (!reader) return null
  const store = storeSchema.parse(JSON.parse(reader.json()))
  reader.free()

  const manifest = store.manifests[store.active_manifest]
  if (!manifest) throw new Error('The Content Credentials name a manifest that is not there.')
  const actions = manifest.assertions
    .filter(({ label }) => label.startsWith('c2pa.actions'))
    .flatMap(({ data }) => actionsSchema.parse(data).actions)
  return {
    valid: store.validation_state !== 'Invalid',
    state: store.validation_state,
    issuer: manifest.signature_info?.issuer ?? null,
    actions: actions.map(({ action }) => action),
    digitalSourceTypes: actions.flatMap(({ digitalSourceType }) => digitalSourceType ?? []),
    problems: store.validation_status.map(({ code }) => code),
  }
}

/** The library throws where there is nothing to read. */
function noneIfAbsent(error: unknown): null {
  if (String(error).includes('JumbfNotFound')) return null
  throw error
}
