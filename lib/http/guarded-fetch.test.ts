import { X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, isIP, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StudioError } from '@/lib/boson/errors'
import { issueCertificates } from '@/lib/engine/provenance/certificates'
import { fetchToFile, type GuardedFetchOptions, postGuarded, requireGuardedUrl } from './guarded-fetch'
import { parseGuardedUrl, parseRedirect, Refusal } from './guarded-request'
import { isPublicAddress } from './public-address'

/** The one address these tests call public, where their server listens; everything else is judged as it is. */
const PUBLIC = '127.0.0.1'
/** A second server, at an address that stays private. Nothing may ever connect to it. */
const PRIVATE = '127.0.0.2'

let directory: string
let file: string
let server: Server
let inside: Server
let port: number
let insidePort: number
let answer: RequestListener
let insideConnections = 0
let names: Record<string, string[]>
let lookups: string[]

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'guarded-'))
  file = path.join(directory, 'out')
  server = createHttpServer({ maxHeaderSize: 1 << 20 }, (request, response) => answer(request, response))
  inside = createHttpServer((_request, response) => response.end('the crown jewels'))
  inside.on('connection', () => {
    insideConnections += 1
  })
  port = await listen(server, PUBLIC)
  insidePort = await listen(inside, PRIVATE)
})

afterAll(() => {
  server.close()
  inside.close()
  rmSync(directory, { recursive: true, force: true })
})

beforeEach(() => {
  rmSync(file, { force: true })
  names = { 'public.test': [PUBLIC], 'private.test': [PRIVATE] }
  lookups = []
  answer = (_request, response) => response.end('picture')
})

afterEach(() => {
  expect(insideConnections).toBe(0)
})

async function listen(listener: Server, host: string): Promise<number> {
  await new Promise<void>((resolve) => listener.listen(0, host, resolve))
  const { port } = listener.address() as AddressInfo
  return port
}

const options = (): GuardedFetchOptions => ({
  param: 'ref_image',
  maxBytes: 1000,
  allowPrivate: false,
  headersMs: 10_000,
  totalMs: 20_000,
  network: {
    resolve: async (hostname) => {
      lookups.push(hostname)
      return names[hostname] ?? []
    },
    isPublic: (address) => address === PUBLIC || isPublicAddress(address),
  },
})

const origin = (host = 'public.test') => `http://${host}:${port}`

/** The refusal of a fetch. Whatever happened, no file is left and the sentence says nothing of an internal address. */
async function refusalOf(url: string, changes: Partial<GuardedFetchOptions> = {}): Promise<StudioError> {
  const error = await fetchToFile(url, file, { ...options(), ...changes }).then(
    () => expect.fail(`${url} was fetched`),
    (reason: StudioError) => reason,
  )
  expect(existsSync(file)).toBe(false)
  expect(error).toMatchObject({ param: 'ref_image' })
  expect(error.message).not.toMatch(/127\.|::1|refused|ECONN|ENOTFOUND|crown/i)
  return error
}

/** Answers every request with a redirect. */
const redirectTo =
  (location: string, status = 302): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { location }).end()

/** A server that speaks for itself: `speak` gets each socket once a request has come. */
async function withRawServer<T>(
  speak: (socket: Socket) => void,
  run: (url: string) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>()
  const raw = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => speak(socket))
  })
  const rawPort = await listen(raw, PUBLIC)
  try {
    return await run(`http://public.test:${rawPort}/`)
  } finally {
    for (const socket of sockets) socket.destroy()
    raw.close()
  }
}

/** Writes `piece` again and again until the other side hangs up. */
function forever(socket: Socket, piece: string | Buffer, everyMs: number): void {
  const timer = setInterval(() => socket.write(piece), everyMs)
  socket.on('close', () => clearInterval(timer))
}

describe('what it is for', () => {
  it('downloads from a public name', async () => {
    await fetchToFile(`${origin()}/a`, file, options())
    expect(readFileSync(file, 'utf8')).toBe('picture')
    expect(lookups).toEqual(['public.test'])
  })

  it.each([301, 302, 303, 307, 308])('follows a redirect with %i, relative and absolute', async (status) => {
    answer = (request, response) => {
      const next = { '/a': '/b', '/b': `${origin()}/c` }[request.url ?? '']
      if (next) response.writeHead(status, { location: next }).end()
      else response.end(`${request.method} ${request.url}`)
    }
    await fetchToFile(`${origin()}/a`, file, options())
    expect(readFileSync(file, 'utf8')).toBe('GET /c')
  })

  it('sends the name it was given, no fragment, and asks for no compression', async () => {
    let seen: Record<string, unknown> = {}
    answer = (request, response) => {
      seen = { ...request.headers, url: request.url }
      response.end('x')
    }
    await fetchToFile(`${origin()}/a?b=c#secret`, file, options())
    expect(seen).toMatchObject({ host: `public.test:${port}`, url: '/a?b=c', 'accept-encoding': 'identity' })
    expect(seen).not.toHaveProperty('cookie')
  })

  it('takes exactly as many bytes as are allowed', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(1000))
    await fetchToFile(origin(), file, options())
    expect(readFileSync(file)).toHaveLength(1000)
  })

  it('tries the other addresses of a name when one is not listening', async () => {
    names['public.test'] = ['127.0.0.3', PUBLIC]
    const network = { resolve: async () => names['public.test'] ?? [], isPublic: () => true }
    await fetchToFile(origin(), file, { ...options(), network })
    expect(readFileSync(file, 'utf8')).toBe('picture')
  })

  it('reaches private addresses where the operator allows it', async () => {
    await fetchToFile(`http://127.0.0.1:${port}/`, file, {
      ...options(),
      allowPrivate: true,
      network: undefined,
    })
    expect(readFileSync(file, 'utf8')).toBe('picture')
  })

  it('ends when its caller goes away', async () => {
    const leaving = new AbortController()
    answer = () => leaving.abort()
    await refusalOf(origin(), { signal: leaving.signal })
  })
})

describe('hosts that are addresses', () => {
  it.each([
    ['loopback', 'http://127.0.0.2/'],
    ['loopback, the far end', 'http://127.255.255.254/'],
    ['decimal', 'http://2130706434/'],
    ['hexadecimal', 'http://0x7f000002/'],
    ['octal', 'http://017700000002/'],
    ['octal parts', 'http://0177.0.0.2/'],
    ['hexadecimal parts', 'http://0x7f.0x0.0x0.0x2/'],
    ['mixed parts', 'http://0x7f.0.0.02/'],
    ['two parts', 'http://127.2/'],
    ['three parts', 'http://127.0.2/'],
    ['leading zeros', 'http://0000177.00.00.02/'],
    ['a trailing dot', 'http://127.0.0.2./'],
    ['a decimal with a trailing dot', 'http://2130706434./'],
    ['full-width digits', 'http://１２７.０.０.２/'],
    ['ideographic full stops', 'http://127。0。0。2/'],
    ['circled digits', 'http://①②⑦.⓪.⓪.②/'],
    ['percent-encoded digits', 'http://%31%32%37.0.0.2/'],
    ['a percent-encoded dot', 'http://127%2e0.0.2/'],
    ['zero', 'http://0/'],
    ['unspecified', 'http://0.0.0.0/'],
    ['this network', 'http://0.1.2.3/'],
    ['ten', 'http://10.0.0.1/'],
    ['172.16', 'http://172.16.0.1/'],
    ['172.31', 'http://172.31.255.255/'],
    ['192.168', 'http://192.168.1.1/'],
    ['shared (CGNAT)', 'http://100.64.0.1/'],
    ['link-local', 'http://169.254.1.1/'],
    ['metadata of AWS, Google, Azure', 'http://169.254.169.254/latest/meta-data/'],
    ['metadata in decimal', 'http://2852039166/'],
    ['metadata of Alibaba', 'http://100.100.100.200/'],
    ['metadata of Oracle', 'http://192.0.0.192/'],
    ['the wire server of Azure', 'http://168.63.129.16/'],
    ['protocol assignments', 'http://192.0.0.8/'],
    ['documentation', 'http://192.0.2.1/'],
    ['documentation, second', 'http://198.51.100.1/'],
    ['documentation, third', 'http://203.0.113.1/'],
    ['benchmarking', 'http://198.18.0.1/'],
    ['6to4 relays', 'http://192.88.99.1/'],
    ['multicast', 'http://224.0.0.1/'],
    ['multicast, the far end', 'http://239.255.255.255/'],
    ['reserved', 'http://240.0.0.1/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['IPv6 loopback, long', 'http://[0000:0000:0000:0000:0000:0000:0000:0001]/'],
    ['IPv6 unspecified', 'http://[::]/'],
    ['v4-mapped loopback', 'http://[::ffff:127.0.0.2]/'],
    ['v4-mapped loopback in hexadecimal', 'http://[::ffff:7f00:2]/'],
    ['v4-mapped, though public', 'http://[::ffff:8.8.8.8]/'],
    ['v4-compatible', 'http://[::127.0.0.2]/'],
    ['v4-translated', 'http://[::ffff:0:127.0.0.2]/'],
    ['NAT64', 'http://[64:ff9b::7f00:2]/'],
    ['NAT64, though public', 'http://[64:ff9b::8.8.8.8]/'],
    ['local NAT64', 'http://[64:ff9b:1::a00:1]/'],
    ['6to4', 'http://[2002:7f00:2::]/'],
    ['Teredo', 'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/'],
    ['IPv6 link-local', 'http://[fe80::1]/'],
    ['IPv6 unique local', 'http://[fc00::1]/'],
    ['IPv6 metadata of AWS', 'http://[fd00:ec2::254]/'],
    ['site-local', 'http://[fec0::1]/'],
    ['IPv6 multicast', 'http://[ff02::1]/'],
    ['IPv6 documentation', 'http://[2001:db8::1]/'],
    ['IPv6 documentation, second', 'http://[3fff::1]/'],
    ['IPv6 benchmarking', 'http://[2001:2::1]/'],
    ['ORCHID', 'http://[2001:20::1]/'],
    ['discard', 'http://[100::1]/'],
    ['segment routing', 'http://[5f00::1]/'],
    ['IPv6 outside what is given out', 'http://[4000::1]/'],
  ])('%s: %s', async (_trick, url) => {
    expect(await refusalOf(url)).toMatchObject({
      type: 'invalid_url',
      message:
        'The URL in ref_image cannot be used: no public address was found for it. Upload the file instead.',
    })
    expect(lookups).toEqual([])
  })

  it.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '169.253.0.1',
    '223.255.255.255',
    '2606:2800:220:1::1',
    '2a00:1450:4001:800::200e',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each(['', 'localhost', '127.1', '0x7f.1', '1.2.3', '::ffff:8.8.8.8', 'fe80::1%eth0'])(
    '%j is not the spelling of a public address',
    (address) => {
      expect(isPublicAddress(address)).toBe(false)
    },
  )
})

describe('URLs that are not what they seem', () => {
  it.each([
    ['a file', 'file:///etc/passwd', /not an http/],
    ['FTP', 'ftp://example.org/a', /not an http/],
    ['data', 'data:image/png;base64,AAAA', /not an http/],
    ['gopher', 'gopher://example.org:70/_x', /not an http/],
    ['JavaScript', 'javascript:alert(1)', /not an http/],
    ['a blob', 'blob:http://example.org/1', /not an http/],
    ['no scheme', '//example.org/a', /not an http/],
    ['no URL', 'picture', /not an http/],
    ['nothing', '', /not an http/],
    ['no host', 'http://', /not an http/],
    ['a zone id', 'http://[fe80::1%25eth0]/', /not an http/],
    ['a plain zone id', 'http://[fe80::1%eth0]/', /not an http/],
    ['an address of five parts', 'http://127.0.0.0.2/', /not an http/],
    ['an address out of range', 'http://256.0.0.1/', /not an http/],
    ['a forbidden host character', 'http://exam%00ple.org/', /not an http/],
    ['a port out of range', 'http://example.org:65536/', /not an http/],
    ['a user name', 'http://user@example.org/', /user name/],
    ['a password', 'http://:secret@example.org/', /user name/],
    ['a host that is a user name', 'http://example.org@127.0.0.2/', /user name/],
    ['a host that is a user name, encoded', 'http://example.org%2f@127.0.0.2/', /user name/],
    ['a backslash before the at', 'http://example.org\\@127.0.0.2/', /backslashes/],
    ['backslashes for slashes', 'http:\\\\127.0.0.2\\', /backslashes/],
    ['a tab in the scheme', 'ht\ttp://127.0.0.2/', /line breaks/],
    ['a line break in the host', 'http://127.0\n.0.2/', /line breaks/],
    ['another request after a line break', 'http://example.org/ HTTP/1.1\r\nx: y', /line breaks/],
    ['a leading space', ' http://127.0.0.2/', /spaces/],
    ['a no-break space', 'http://example.org/\u00a0', /spaces/],
    ['a null character', 'http://example.org/\0', /spaces/],
    ['SSH', 'http://public.test:22/', /port/],
    ['SMTP', 'http://public.test:25/', /port/],
    ['SMTP, 0-prefixed', 'http://public.test:00025/', /port/],
    ['port zero', 'http://public.test:0/', /port/],
    ['SMB', 'https://public.test:445/', /port/],
    ['a megabyte of URL', `http://public.test/${'a'.repeat(1 << 20)}`, /too long/],
  ])('%s', async (_trick, url, reason) => {
    const error = await refusalOf(url)
    expect(error).toMatchObject({ type: 'invalid_url' })
    expect(error.message).toMatch(reason)
    expect(lookups).toEqual([])
    expect(() => requireGuardedUrl(url, { param: 'url', allowPrivate: true })).toThrow(/url cannot be used/)
  })

  it.each([
    'http://example.org/',
    'https://example.org:8443/a?b#c',
    'http://example.org:0080/',
    'HTTP://EXAMPLE.ORG./',
  ])('%s is as good as it seems', (url) => {
    expect(() => requireGuardedUrl(url, { param: 'url', allowPrivate: false })).not.toThrow()
  })
})

describe('whatever is asked', () => {
  const guard = { allowPrivate: false }

  it('an IPv4 address inside an IPv6 one is never public', () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        const hex = Buffer.from(v4.split('.').map(Number)).toString('hex')
        const [high, low] = [hex.slice(0, 4), hex.slice(4)]
        for (const embedded of [`::ffff:${v4}`, `::${v4}`, `64:ff9b::${v4}`, `2002:${high}:${low}::`])
          expect(isPublicAddress(embedded)).toBe(false)
      }),
    )
  })

  it('a URL is refused, or is http(s) to a name or a public address, without a user', () => {
    const host = fc.oneof(
      fc.string(),
      fc.domain(),
      fc.ipV4Extended(),
      fc.ipV6().map((v6) => `[${v6}]`),
    )
    const scheme = fc.constantFrom('http:', 'https:', 'HTTP:', 'ws:', 'file:')
    const slashes = fc.constantFrom('//', '/', '\\\\', '')
    fc.assert(
      fc.property(scheme, slashes, host, fc.string(), (protocol, between, name, rest) => {
        let url: URL
        try {
          url = parseGuardedUrl(`${protocol}${between}${name}${rest}`, guard)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          return
        }
        const address = url.hostname.replace(/^\[|\]$/g, '')
        expect(url.protocol).toMatch(/^https?:$/)
        expect(`${url.username}${url.password}`).toBe('')
        expect(isIP(address) === 0 || isPublicAddress(address)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('names', () => {
  const nowhere = /no public address was found for it/

  it.each([
    ['localhost', 'localhost', ['127.0.0.1', '::1']],
    ['localhost with a dot', 'localhost.', ['127.0.0.1']],
    ['an alias of localhost', 'ip6-localhost', ['::1']],
    ['localhost below', 'a.localhost', ['127.0.0.1']],
    ['localhost in capitals', 'LOCALHOST', ['127.0.0.1']],
    ['localhost in full-width letters', 'ｌｏｃａｌｈｏｓｔ', ['127.0.0.1']],
    ['a public name of a private address', 'localtest.me', ['127.0.0.1']],
    ['a name that spells an address', '127.0.0.2.nip.io', ['127.0.0.2']],
    ['metadata by name', 'metadata.google.internal', ['169.254.169.254']],
    ['IPv6 only, private', 'six.test', ['fd00::1']],
    ['IPv6 only, loopback', 'six.test', ['::1']],
    ['a v4-mapped answer', 'mapped.test', ['::ffff:127.0.0.2']],
    ['a NAT64 answer', 'nat.test', ['64:ff9b::7f00:2']],
    ['public and private', 'mixed.test', ['8.8.8.8', '10.0.0.1']],
    ['private and public', 'mixed.test', ['10.0.0.1', '8.8.8.8']],
    ['public IPv4, private IPv6', 'mixed.test', ['8.8.8.8', 'fe80::1']],
    ['no answer', 'empty.test', []],
    ['an answer that is no address', 'odd.test', ['localhost']],
    ['an answer in another spelling', 'odd.test', ['0x7f.1']],
  ])('%s', async (_trick, host, addresses) => {
    const network = {
      resolve: async (hostname: string) => {
        lookups.push(hostname)
        return addresses
      },
      isPublic: isPublicAddress,
    }
    expect((await refusalOf(`http://${host}/`, { network })).message).toMatch(nowhere)
    expect(lookups).toHaveLength(1)
  })

  it('a name that cannot be resolved reads like one of a private address', async () => {
    const network = { resolve: () => Promise.reject(new Error('ENOTFOUND')), isPublic: isPublicAddress }
    const missing = await refusalOf('http://missing.test/', { network })
    expect(missing.message).toBe((await refusalOf('http://private.test/')).message)
  })

  it('the real resolver knows localhost for what it is', async () => {
    for (const host of ['localhost', 'localhost.'])
      expect((await refusalOf(`http://${host}:${port}/`, { network: undefined })).message).toMatch(nowhere)
  })

  it('a name that comes to mean another address after the check is not asked again', async () => {
    const answers = [[PUBLIC], [PRIVATE], [PRIVATE]]
    const network = {
      resolve: async () => answers.shift() ?? [],
      isPublic: (address: string) => address === PUBLIC,
    }
    await fetchToFile(`http://rebinding.test:${port}/`, file, { ...options(), network })
    expect(readFileSync(file, 'utf8')).toBe('picture')
    expect(answers).toHaveLength(2)
  })

  it('a name that comes to mean another address at the next hop is checked again', async () => {
    const answers = [[PUBLIC], [PRIVATE]]
    const network = {
      resolve: async () => answers.shift() ?? [],
      isPublic: (address: string) => address === PUBLIC,
    }
    answer = redirectTo(`http://rebinding.test:${insidePort}/`)
    expect((await refusalOf(`http://rebinding.test:${port}/`, { network })).message).toMatch(nowhere)
  })

  it('a resolver that never answers', async () => {
    const network = { resolve: () => new Promise<string[]>(() => {}), isPublic: isPublicAddress }
    expect(await refusalOf('http://slow.test/', { network, headersMs: 50 })).toMatchObject({
      type: 'invalid_url',
    })
  })
})

describe('redirects', () => {
  it.each([
    ['a private address', () => `http://${PRIVATE}:${insidePort}/`, /no public address/],
    ['a private address in decimal', () => `http://2130706434:${insidePort}/`, /no public address/],
    ['a v4-mapped address', () => `http://[::ffff:${PRIVATE}]:${insidePort}/`, /no public address/],
    ['a private name', () => `http://private.test:${insidePort}/`, /no public address/],
    ['a private address without a scheme', () => `//${PRIVATE}:${insidePort}/`, /no public address/],
    ['metadata', () => 'http://169.254.169.254/latest/meta-data/', /no public address/],
    ['a file', () => 'file:///etc/passwd', /not an http/],
    ['FTP', () => 'ftp://public.test/a', /not an http/],
    ['data', () => 'data:text/plain,hello', /not an http/],
    ['a user name', () => `http://a:b@public.test:${port}/`, /user name/],
    ['another port', () => 'http://public.test:25/', /port/],
    ['backslashes', () => `\\\\${PRIVATE}:${insidePort}\\`, /backslashes/],
    ['nonsense', () => 'http://[', /not an http/],
  ])('to %s', async (_trick, location, reason) => {
    answer = redirectTo(location())
    expect((await refusalOf(origin())).message).toMatch(reason)
  })

  it('that lead to a private address in the end', async () => {
    answer = (request, response) => {
      const next =
        request.url === '/2' ? `http://${PRIVATE}:${insidePort}/` : `/${Number(request.url?.slice(1)) + 1}`
      response.writeHead(302, { location: next }).end()
    }
    expect((await refusalOf(`${origin()}/0`)).message).toMatch(/no public address/)
  })

  it('not from https to http, but the other way round', () => {
    const guard = { allowPrivate: false }
    const secure = new URL('https://example.org/')
    expect(() => parseRedirect('http://example.org/', secure, guard)).toThrow(/from https to http/)
    expect(() => parseRedirect('//127.0.0.2/', secure, guard)).toThrow(/no public address/)
    expect(parseRedirect('/a', secure, guard).href).toBe('https://example.org/a')
    expect(parseRedirect('https://example.com/', new URL('http://example.org/'), guard).protocol).toBe(
      'https:',
    )
  })

  it('three are followed, a fourth is not', async () => {
    let hops = 0
    answer = (_request, response) => {
      if (hops++ < 3) response.writeHead(302, { location: `/${hops}` }).end()
      else response.end('picture')
    }
    await fetchToFile(origin(), file, options())
    hops = -1
    rmSync(file)
    expect((await refusalOf(origin())).message).toMatch(/redirects too often/)
  })

  it.each([
    ['in a circle', redirectTo('/'), /redirects too often/],
    ['without a location', redirectTo('', 302), /answered 302/],
    ['300, which leaves the choice open', redirectTo('/b', 300), /answered 300/],
    ['304, which is none', redirectTo('/b', 304), /answered 304/],
  ])('%s', async (_trick, listener, reason) => {
    answer = listener
    expect((await refusalOf(origin())).message).toMatch(reason)
  })

  it('one that takes its time at every hop ends with the whole', async () => {
    answer = (_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 60)
    }
    const started = performance.now()
    expect(await refusalOf(origin(), { headersMs: 100, totalMs: 150 })).toMatchObject({ type: 'invalid_url' })
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('answers', () => {
  it.each([
    [206, 'a part'],
    [204, 'nothing'],
    [401, 'the door'],
    [404, 'nowhere'],
    [500, 'an accident'],
  ])('%i: %s', async (status) => {
    answer = (_request, response) => response.writeHead(status).end()
    expect((await refusalOf(origin())).message).toContain(`answered ${status}`)
  })

  it('a body over the limit', async () => {
    answer = (_request, response) => response.write(Buffer.alloc(1001))
    expect(await refusalOf(origin())).toMatchObject({ type: 'payload_too_large' })
  })

  it('a Content-Length over the limit, before a byte has come', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 1001 }).flushHeaders()
    }
    expect(await refusalOf(origin())).toMatchObject({ type: 'payload_too_large' })
  })

  it('an endless body', async () => {
    const endless = withRawServer(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        forever(socket, Buffer.alloc(64 * 1024), 1)
      },
      (url) => refusalOf(url, { maxBytes: 1 << 20 }),
    )
    expect(await endless).toMatchObject({ type: 'payload_too_large' })
  })

  it('a body that trickles for ever', async () => {
    const trickle = withRawServer(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        forever(socket, 'x', 10)
      },
      (url) => refusalOf(url, { totalMs: 150 }),
    )
    expect((await trickle).message).toMatch(/broke off/)
  })

  it('a Content-Length that promises more than comes', async () => {
    const short = withRawServer(
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhalf a picture'),
      refusalOf,
    )
    expect((await short).message).toMatch(/broke off/)
  })

  it('a Content-Length that promises less than comes', async () => {
    await withRawServer(
      (socket) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\npicture${'x'.repeat(5000)}`),
      (url) => fetchToFile(url, file, options()),
    )
    expect(readFileSync(file, 'utf8')).toBe('picture')
  })

  it('a chunked body that breaks off', async () => {
    const broken = withRawServer(
      (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'),
      refusalOf,
    )
    expect((await broken).message).toMatch(/broke off/)
  })

  it.each([
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 7\r\n\r\npicture'],
    [
      'length and chunks',
      'HTTP/1.1 200 OK\r\ncontent-length: 7\r\ntransfer-encoding: chunked\r\n\r\npicture',
    ],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
    ['nothing', ''],
  ])('%s', async (_trick, bytes) => {
    expect(await withRawServer((socket) => socket.end(bytes), refusalOf)).toMatchObject({
      type: 'invalid_url',
    })
  })

  it('no answer', async () => {
    expect(
      (
        await withRawServer(
          () => {},
          (url) => refusalOf(url, { headersMs: 100 }),
        )
      ).message,
    ).toMatch(/did not answer in time/)
  })

  it('a header that trickles for ever', async () => {
    const slow = withRawServer(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        forever(socket, 'x: y\r\n', 10)
      },
      (url) => refusalOf(url, { headersMs: 150 }),
    )
    expect((await slow).message).toMatch(/did not answer in time/)
  })

  it('information without an end before the answer', async () => {
    const chatty = withRawServer(
      (socket) => forever(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n', 10),
      (url) => refusalOf(url, { headersMs: 150 }),
    )
    expect((await chatty).message).toMatch(/did not answer in time/)
  })

  it('a huge header', async () => {
    answer = (_request, response) => response.writeHead(200, { 'x-padding': 'x'.repeat(20_000) }).end('x')
    expect((await refusalOf(origin())).message).toMatch(/cannot be reached/)
  })

  it('thousands of headers', async () => {
    const headers = Array.from({ length: 3000 }, (_, n) => `x-${n}: y\r\n`).join('')
    const many = withRawServer((socket) => socket.end(`HTTP/1.1 200 OK\r\n${headers}\r\nx`), refusalOf)
    expect((await many).message).toMatch(/cannot be reached/)
  })

  it.each(['gzip', 'GZIP', 'br', 'deflate', 'zstd', 'identity, gzip', 'x-unknown'])(
    'a body in the encoding %s',
    async (encoding) => {
      answer = (_request, response) =>
        response
          .writeHead(200, { 'content-encoding': encoding })
          .end(gzipSync(Buffer.alloc(1 << 20)).subarray(0, 900))
      expect((await refusalOf(origin())).message).toMatch(/compressed/)
    },
  )

  it('a packed body that says nothing of it stays packed', async () => {
    const packed = gzipSync(Buffer.alloc(100_000))
    answer = (_request, response) => response.end(packed)
    await fetchToFile(origin(), file, options())
    expect(readFileSync(file).equals(packed)).toBe(true)
  })

  it('a port nobody listens on', async () => {
    const closed = createTcpServer()
    const freePort = await listen(closed, PUBLIC)
    await new Promise((resolve) => closed.close(resolve))
    expect((await refusalOf(`http://public.test:${freePort}/`)).message).toMatch(/cannot be reached/)
  })

  it('TLS that is none', async () => {
    expect((await refusalOf(`https://public.test:${port}/`)).message).toMatch(/cannot be reached/)
  })

  it('a certificate that nobody vouches for', async () => {
    const { key, certificate } = issueCertificates(new Date())
    const tls = createHttpsServer(
      {
        key: key.export({ type: 'pkcs8', format: 'pem' }),
        cert: new X509Certificate(certificate).toString(),
      },
      (_request, response) => response.end('picture'),
    )
    try {
      const url = `https://public.test:${await listen(tls, PUBLIC)}/`
      expect((await refusalOf(url)).message).toMatch(/cannot be reached/)
    } finally {
      tls.close()
    }
  })
})

describe('postGuarded', () => {
  const post = (url: string, changes: Partial<GuardedFetchOptions> = {}) =>
    postGuarded(url, '{"a":1}', { 'webhook-id': 'msg_1' }, { ...options(), param: 'url', ...changes })

  it('sends the body and its headers, and says what came back and when', async () => {
    let seen = ''
    answer = async (request, response) => {
      for await (const chunk of request) seen += `${request.headers['webhook-id']} ${chunk}`
      response.writeHead(202).end('thank you')
    }
    const { status, ms } = await post(origin())
    expect([status, seen]).toEqual([202, 'msg_1 {"a":1}'])
    expect(ms).toBeGreaterThanOrEqual(0)
    expect(ms).toBeLessThan(10_000)
  })

  it('follows no redirect, not even a private one', async () => {
    answer = redirectTo(`http://${PRIVATE}:${insidePort}/`, 307)
    expect(await post(origin())).toMatchObject({ status: 307 })
  })

  it('does not wait for a body that is huge or never ends', async () => {
    answer = (_request, response) => response.write(Buffer.alloc(100_000))
    expect(await post(origin())).toMatchObject({ status: 200 })
    answer = (_request, response) => response.write('x')
    expect(await post(origin(), { totalMs: 100 })).toMatchObject({ status: 200 })
  })

  it('gives up on a server that does not answer', async () => {
    answer = () => {}
    await expect(post(origin(), { totalMs: 100 })).rejects.toMatchObject({
      type: 'invalid_url',
      param: 'url',
    })
  })

  it.each([
    'http://private.test/',
    `http://${PRIVATE}/`,
    'http://[::1]/',
    'ftp://public.test/',
    'http://a@public.test/',
  ])('does not post to %s', async (url) => {
    await expect(post(url)).rejects.toMatchObject({ type: 'invalid_url', param: 'url' })
  })
})
