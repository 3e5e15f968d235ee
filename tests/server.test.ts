import { BlockList } from 'node:net';
import { expect, test } from 'vitest';
import { visitorAddress } from '#app/server.ts';

const proxies = new BlockList();
proxies.addAddress('10.0.0.5', 'ipv4');
proxies.addSubnet('192.168.0.0', 16, 'ipv4');
proxies.addSubnet('fd00::', 8, 'ipv6');

test.each([
  ['nobody named', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a named proxy reports the visitor', '10.0.0.5', '198.51.100.1', '198.51.100.1'],
  ['a visitor cannot put another before', '10.0.0.5', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['two named proxies in a row', '10.0.0.5', '1.1.1.1, 198.51.100.1, 192.168.7.7', '198.51.100.1'],
  ['an address written the IPv6 way', '::ffff:10.0.0.5', '::ffff:198.51.100.1', '198.51.100.1'],
  ['a proxy that says nothing', '10.0.0.5', undefined, '10.0.0.5'],
  ['a proxy that says nonsense', 'fd00::1', 'unknown, <script>', 'fd00::1'],
])('%s', (_what, peer, forwardedFor, address) => {
  expect(visitorAddress(peer, forwardedFor, proxies)).toBe(address);
});
