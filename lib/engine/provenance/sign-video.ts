import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { c2paLibrary, MemoryBlob } from './c2pa-library'
import { coseSign1 } from './cose'
import type { SigningIdentity } from './signing-identity'

/** Something real, here a portrait, made to do what an algorithm thought up (IPTC Digital Source Type). */
const AI_COMPOSITE = 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia'
const SOFTWARE = 'Avatar Studio'

type Credentials = { title: string; softwareVersion: string }

/**
 * Gives the MP4 at `path` signed C2PA Content Credentials which say that AI made it. They go between the file's `ftyp`
 * and `moov` boxes: sound and picture stay as they are. The file is read into memory, and replaced when its successor
 * is whole. Needs no network: there is no time stamp, so the signature holds as long as the certificate does.
 */
export async function signVideo(
  path: string,
  identity: SigningIdentity,
  { title, softwareVersion }: Credentials,
): Promise<void> {
  const { WasmBuilder } = await c2paLibrary()
  const software = { name: SOFTWARE, version: softwareVersion }
  const manifest = {
    title,
    format: 'video/mp4',
    claim_generator_info: [software],
    assertions: [
      {
        label: 'c2pa.actions.v2',
        created: true,
        data: {
          actions: [{ action: 'c2pa.created', digitalSourceType: AI_COMPOSITE, softwareAgent: software }],
        },
      },
    ],
  }
  const signer = {
    alg: 'es256',
    reserveSize: coseSign1(Buffer.alloc(0), identity).length,
    sign: async (claim: Uint8Array) => new Uint8Array(coseSign1(claim, identity)),
  }
  const builder = WasmBuilder.fromJson(
    JSON.stringify(manifest),
    // Reading back what was just written would double the time.
    JSON.stringify({ verify: { verify_after_sign: false } }),
  )
  const successor = `${path}.signed`
  try {
    const video = new MemoryBlob(await readFile(path))
    await writeFile(successor, await builder.sign(signer, [], 'video/mp4', video))
    await rename(successor, path)
  } finally {
    builder.free()
    await rm(successor, { force: true })
  }
}
