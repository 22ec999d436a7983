import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issueCertificates } from './certificates'

/** What this installation signs its videos with: ES256 (ECDSA on P-256 with SHA-256). */
export type SigningIdentity = {
  key: KeyObject
  /** Of the key. */
  certificate: X509Certificate
  /** Vouches for the certificate. Whoever puts it on a trust list trusts this installation. */
  root: X509Certificate
}

const FILES = { key: 'key.pem', certificate: 'certificate.pem', root: 'root.pem' }

/**
 * The installation's signing identity, kept in `directory`/identity: made by whoever asks first, the same for everybody
 * afterwards. Only the owner may read the key.
 *
 * @throws when the directory cannot be used, or when what lies there is no identity: it is never silently replaced
 */
export async function loadSigningIdentity(directory: string): Promise<SigningIdentity> {
  const home = join(directory, 'identity')
  const known = await read(home)
  if (known) return known

  await mkdir(directory, { recursive: true, mode: 0o700 })
  const draft = await mkdtemp(join(directory, 'draft-'))
  try {
    await write(draft)
    // Whole or not at all, and only where none is yet: a folder does not rename onto one that holds something.
    await rename(draft, home).catch(async (error: unknown) => {
      if (!(await read(home))) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  const made = await read(home)
  if (!made) throw new Error(`The signing identity in ${home} is gone again.`)
  return made
}

/** The files appear together, so the key alone tells whether there is an identity. */
async function read(home: string): Promise<SigningIdentity | null> {
  const key = await readIfThere(join(home, FILES.key))
  if (!key) return null
  const [certificate, root] = await Promise.all([
    readFile(join(home, FILES.certificate)),
    readFile(join(home, FILES.root)),
  ])
  const identity = {
    key: createPrivateKey(key),
    certificate: new X509Certificate(certificate),
    root: new X509Certificate(root),
  }
  if (!identity.certificate.checkPrivateKey(identity.key)) {
    throw new Error(`Key and certificate in ${home} do not belong together.`)
  }
  return identity
}

async function write(home: string): Promise<void> {
  const { key, certificate, root } = issueCertificates(new Date())
  const pem = key.export({ type: 'pkcs8', format: 'pem' })
  // On the disk before they get their place: a power cut must not leave an identity of empty files.
  const whole = { flag: 'wx', flush: true }
  await writeFile(join(home, FILES.key), pem, { ...whole, mode: 0o600 })
  await writeFile(join(home, FILES.certificate), new X509Certificate(certificate).toString(), whole)
  await writeFile(join(home, FILES.root), new X509Certificate(root).toString(), whole)
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
