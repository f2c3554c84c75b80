// Protocols and ports as EC2's rules write them: names or IANA numbers, -1 for all. Source: EC2 API reference, IpPermission, NetworkAclEntry;
// codes C-LOG, C-OS. For ICMP the two ports are a message's type and code. Simplified: ICMPv6 is ICMP.

import type { IcmpKind } from '../net/icmp.ts';
import { fail, ok, type Result } from '../result.ts';
import type { OperationError } from './operation.ts';
import { invalid, type Optional, parameter } from './parameter.ts';

export type Protocol = 'all' | 'tcp' | 'udp' | 'icmp' | 'esp' | 'gre';

/** The numbers of IANA that the API uses. */
export const PROTOCOL_NUMBERS = { all: '-1', icmp: '1', tcp: '6', udp: '17', gre: '47', esp: '50' } as const;

const BY_NAME: Readonly<Record<string, Protocol>> = {
  ...Object.fromEntries(
    Object.entries(PROTOCOL_NUMBERS).flatMap(([name, number]) => [
      [name, name],
      [number, name],
    ]),
  ),
  '58': 'icmp',
  icmpv6: 'icmp',
} as Readonly<Record<string, Protocol>>;

export function readProtocol(text: string): Result<Protocol, OperationError> {
  const protocol = BY_NAME[text.toLowerCase()];
  return protocol
    ? ok(protocol)
    : fail({
        ...invalid(`Invalid value '${text}' for IP protocol. Unknown protocol.`),
        remedy: 'Here there are tcp, udp, icmp, 47 (GRE), 50 (ESP) and -1 or all.',
      });
}

export const protocol = (): Optional<Protocol> =>
  parameter('PROTOCOL', readProtocol, { print: spellProtocol, values: ['tcp', 'udp', 'icmp', 'all'] });

/** As the CLI's short form and describe calls write it: a name where there is one. */
export function spellProtocol(name: Protocol): string {
  return name === 'tcp' || name === 'udp' || name === 'icmp' ? name : PROTOCOL_NUMBERS[name];
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** `443`, `1024-65535`, for ICMP `3-4`, or -1 for all. */
export const portRange = (): Optional<string> =>
  parameter('PORT', (text): Result<string, OperationError> => {
    if (text === '-1' || text === 'all') return ok('-1');
    const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
    if (from === undefined || Number(from) > 65535 || Number(to) > 65535)
      return fail(invalid(`"${text}" is neither a port, such as 443, nor a range of ports, such as 1024-65535`));
    return ok(from === to ? from : `${from}-${to}`);
  });

/** What a rule says of a protocol's traffic beside its name: ports, or one of ICMP's messages. */
interface Detail {
  readonly ports?: PortRange;
  readonly icmp?: IcmpKind;
}

/** Nothing for all of it. TCP and UDP must say. */
export function readDetail(
  name: Protocol,
  from: number | undefined,
  to: number | undefined,
): Result<Detail, OperationError> {
  if (name === 'icmp') return readKind(from ?? -1, to ?? -1);
  if (name !== 'tcp' && name !== 'udp') return ok({});
  if (from === undefined || to === undefined || from < 0 || to < 0)
    return fail({
      ...invalid(`Invalid value for portRange. Must specify both from and to ports with TCP/UDP.`),
      remedy: 'For every port, write 0-65535.',
    });
  if (from > to || to > 65535) return fail(invalid('Invalid TCP/UDP port range.'));
  return ok(from === 0 && to === 65535 ? {} : { ports: { from, to } });
}

/** A type of -1 stands for every message, a code of -1 for every code. */
function readKind(type: number, code: number): Result<Detail, OperationError> {
  if (type === -1 && code === -1) return ok({});
  const isByte = (value: number) => value >= 0 && value <= 255;
  if (!isByte(type) || (code !== -1 && !isByte(code)))
    return fail({
      ...invalid(`ICMP has no message of type ${type} and code ${code}.`),
      remedy: 'Both are 0 to 255; -1 stands for all.',
    });
  return ok({ icmp: code === -1 ? { type } : { type, code } });
}

/** FromPort and ToPort as describe calls print them. */
export function portShape(name: Protocol, ports: PortRange | undefined, icmp?: IcmpKind | undefined) {
  if (name === 'icmp') return { FromPort: icmp?.type ?? -1, ToPort: icmp?.code ?? -1 };
  if (name !== 'tcp' && name !== 'udp') return {};
  return { FromPort: ports?.from ?? 0, ToPort: ports?.to ?? 65535 };
}
