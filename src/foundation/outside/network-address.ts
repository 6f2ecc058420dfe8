import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Networks that are not the open internet. Source: IANA special-purpose address registries (RFC 6890 and later). */
const CLOSED: [string, number][] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as [string, number][]),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as [string, number][]),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as [string, number][]),
]

/** Of IPv6 only this was given out; within it lie networks that carry an address of IPv4 inside, and examples. */
const OPEN_6: [string, number] = ['2000::', 3]
const CLOSED_6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [network, bits] of CLOSED) closed.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of CLOSED_6) closed.addSubnet(network, bits, 'ipv6')
const open6 = new BlockList()
open6.addSubnet(OPEN_6[0], OPEN_6[1], 'ipv6')

/** Whether an IP address lies on the open internet: not this machine, not a network around it, not another one inside it. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4')
  // A zone says by which card of this machine: such an address is never far away.
  return isIPv6(address) && !address.includes('%') && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
