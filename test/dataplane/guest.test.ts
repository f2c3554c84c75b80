import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const into: Probe = { from: 'client', to: 'i-vm1' };

function fate(change: Part, probe: Probe = into): string {
  const { request, reply } = traceExchange(buildWorld(worldFile('article'), change), probe);
  const last = reply ?? request;
  return last.fault ? `${last.disposition} ${last.fault.code} at ${last.at}` : `${last.disposition} at ${last.at}`;
}

const application = (settings: Part): Part => ({ instances: { 'i-vm1': { application: settings } } });

describe('what the software of a machine takes (D-EIP)', () => {
  test.each<[string, Part, string]>([
    ['no listeners stated: everything', application({}), 'delivered at client'],
    ['a program on the port', application({ listeners: [{ port: 443 }] }), 'delivered at client'],
    ['a program on any port', application({ listeners: [{ protocol: 'tcp' }] }), 'delivered at client'],
    ['a program on another port', application({ listeners: [{ port: 8443 }] }), 'refused NOT_LISTENING at i-vm1'],
    [
      'a program for another protocol',
      application({ listeners: [{ protocol: 'udp', port: 443 }] }),
      'refused NOT_LISTENING at i-vm1',
    ],
    ['no program at all', application({ listeners: [] }), 'refused NOT_LISTENING at i-vm1'],
    [
      'bound to the private address',
      application({ listeners: [{ port: 443, bind: '10.1.0.5' }] }),
      'delivered at client',
    ],
    [
      'bound to the public address, which no interface has',
      application({ listeners: [{ port: 443, bind: '52.0.0.9' }] }),
      'refused NOT_LISTENING at i-vm1',
    ],
    ['the sender is on the list', application({ allowedSources: ['198.51.100.0/24'] }), 'delivered at client'],
    [
      'the sender is not on the list',
      application({ allowedSources: ['192.0.2.0/24'] }),
      'dropped SOURCE_NOT_ALLOWED at i-vm1',
    ],
  ])('%s: %s', (_what, change, expected) => {
    expect(fate(change)).toBe(expected);
  });

  test('an echo needs no program', () => {
    const change: Part = {
      ...application({ listeners: [] }),
      securityGroups: { 'sg-vm1': { inbound: [{ protocol: 'icmp', peer: '0.0.0.0/0' }] } },
    };
    expect(fate(change, { ...into, protocol: 'icmp' })).toBe('delivered at client');
  });

  test('a partner that knows the private address only does not know the sender', () => {
    const partner = (source: string): Part => ({ internet: { client: { application: { allowedSources: [source] } } } });
    expect(fate(partner('10.1.0.5/32'), { from: 'i-vm1', to: 'client' })).toBe('dropped SOURCE_NOT_ALLOWED at client');
    expect(fate(partner('52.0.0.9/32'), { from: 'i-vm1', to: 'client' })).toBe('delivered at i-vm1');
  });
});

describe('a sender that looks the receiver up in its own records', () => {
  const records = (entries: Part): Part => ({ internet: { client: { application: { records: entries } } } });
  const probe: Probe = { from: 'client', toRecord: 'vm' };

  test('uses the address it has written down', () => {
    expect(fate(records({ vm: '52.0.0.9' }), probe)).toBe('delivered at client');
  });

  test('misses it once the address is another', () => {
    expect(fate(records({ vm: '203.0.113.77' }), probe)).toBe(
      'dropped IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at internet',
    );
  });

  test('sends nothing without one', () => {
    expect(fate(records({}), probe)).toBe('dropped NO_ADDRESS_KNOWN at client');
  });
});

test('an instance without an interface cannot send', () => {
  const change: Part = { networkInterfaces: undefined, elasticIps: undefined };
  expect(fate(change, { from: 'i-vm1', to: 'client' })).toBe('dropped NO_ADDRESS_KNOWN at i-vm1');
});
