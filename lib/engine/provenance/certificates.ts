import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import {
  bitString,
  element,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  TRUE,
  time,
  utf8String,
} from './der'

/** Shown by readers of Content Credentials as the signer. */
const ORGANISATION = 'Avatar Studio (this installation)'
const VALID_YEARS = 10

const OID = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  /** One of the purposes that C2PA accepts for signing claims, and the one that every reader knows. */
  emailProtection: '1.3.6.1.5.5.7.3.4',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}

const ECDSA_SHA256 = sequence(objectIdentifier(OID.ecdsaWithSha256))
/** Key usage bits (RFC 5280, 4.2.1.3). */
const DIGITAL_SIGNATURE = bitString(Buffer.from([0x80]), 7)
const KEY_CERT_SIGN = bitString(Buffer.from([0x04]), 2)

/** A P-256 key for signing videos, the certificate of its public half, and that of the root which vouches for it. */
type Issued = { key: KeyObject; certificate: Buffer; root: Buffer }

/**
 * Makes a key with its certificate, under a new root, to the certificate profile of C2PA 2.1 (14.5). Certificates
 * are DER. The root's key is forgotten here: it signs this one certificate and never another.
 */
export function issueCertificates(now: Date): Issued {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const rootName = distinguishedName('Avatar Studio root')
  const issuer = { name: rootName, key: root.privateKey }
  return {
    key: leaf.privateKey,
    root: certificate(issuer, rootName, root.publicKey, now, [
      // A root that may sign certificates, but no further authorities.
      extension(OID.basicConstraints, true, sequence(TRUE, integer(Buffer.from([0])))),
      extension(OID.keyUsage, true, KEY_CERT_SIGN),
    ]),
    certificate: certificate(issuer, distinguishedName('Avatar Studio videos'), leaf.publicKey, now, [
      extension(OID.basicConstraints, true, sequence()),
      extension(OID.keyUsage, true, DIGITAL_SIGNATURE),
      extension(OID.extendedKeyUsage, false, sequence(objectIdentifier(OID.emailProtection))),
    ]),
  }
}

/** An X.509 version 3 certificate (RFC 5280, 4.1). */
function certificate(
  issuer: { name: Buffer; key: KeyObject },
  subject: Buffer,
  publicKey: KeyObject,
  now: Date,
  extensions: Buffer[],
): Buffer {
  // A day back, so that a clock set right by some hours does not put the certificate into the future.
  const from = new Date(now.getTime() - 24 * 3600 * 1000)
  const until = new Date(from)
  until.setUTCFullYear(until.getUTCFullYear() + VALID_YEARS)
  const identifiers = [
    extension(OID.subjectKeyIdentifier, false, octetString(keyIdentifier(publicKey))),
    extension(
      OID.authorityKeyIdentifier,
      false,
      sequence(element(0x80, keyIdentifier(createPublicKey(issuer.key)))),
    ),
  ]
  const toBeSigned = sequence(
    element(0xa0, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    ECDSA_SHA256,
    issuer.name,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(...extensions, ...identifiers)),
  )
  return sequence(toBeSigned, ECDSA_SHA256, bitString(sign('sha256', toBeSigned, issuer.key)))
}

function distinguishedName(commonName: string): Buffer {
  const attribute = (type: string, value: string) => set(sequence(objectIdentifier(type), utf8String(value)))
  return sequence(attribute(OID.organisation, ORGANISATION), attribute(OID.commonName, commonName))
}

function extension(type: string, critical: boolean, value: Buffer): Buffer {
  return sequence(objectIdentifier(type), ...(critical ? [TRUE] : []), octetString(value))
}

/** SHA-1 over the key (RFC 5280, 4.2.1.2): a name for it, not a protection. */
function keyIdentifier(publicKey: KeyObject): Buffer {
  return createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest()
}
