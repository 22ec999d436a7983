import 'server-only'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** All of IPv6 that is given out to networks (RFC 4291, IANA): whatever lies outside is special or not in use. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

/** Answers only inside Microsoft's cloud, from an address that looks public: its machines' own metadata. */
const AZURE_WIRE_SERVER = '168.63.129.16'

/**
 * Whether an address, in the spelling sockets use, is public unicast: not private, loopback, link-local, shared (CGNAT),
 * multicast, reserved, documentation, benchmarking, metadata or unspecified, and none of the IPv6 forms that stand for an
 * IPv4 address (mapped, compatible, NAT64, 6to4, Teredo). Ranges: IANA's special-purpose registries, kept by ipaddr.js.
 */
export function isPublicAddress(address: string): boolean {
  if (!isIP(address) || address === AZURE_WIRE_SERVER) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST))
}
