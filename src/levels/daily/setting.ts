// The names and addresses of one puzzle, drawn once; every region builds with them.

import type { Chance } from './chance.ts';
import { PLACES, type Place } from './places.ts';

export interface Machine {
  /** As it is shown. */
  readonly name: string;
  /** As a probe and the World name it. */
  readonly id: string;
  readonly eni: string;
  readonly address: string;
}

export interface Outsider {
  readonly id: string;
  readonly address: string;
}

export interface Setting {
  readonly place: Place;
  readonly vpc: string;
  readonly block: string;
  readonly branchVpc: string;
  readonly branchBlock: string;
  /** Subnet `n` of the first VPC: `10.x.n.0/24`. */
  subnetBlock(n: number): string;
  readonly branchSubnet: string;
  readonly web: Machine;
  readonly app: Machine;
  readonly db: Machine;
  readonly far: Machine;
  readonly natAddress: string;
  /** Elastic IPs: the web machine's, the NAT gateway's, and one that nobody has. */
  readonly publicIps: { readonly web: string; readonly nat: string; readonly spare: string };
  readonly client: Outsider;
  /** Somebody out there whom the machines call. */
  readonly partner: Outsider;
  readonly bucket: Outsider;
  readonly office: Outsider & { readonly block: string; readonly publicIp: string };
}

const STRANGERS = ['client', 'visitor', 'guest'] as const;
const PARTNERS = ['partner', 'supplier', 'bank', 'updates', 'courier'] as const;
const BUCKETS = ['bucket', 'photos', 'backups', 'ledgers'] as const;
const OFFICES = ['hq', 'office', 'accounts'] as const;

export function drawSetting(chance: Chance): Setting {
  const place = chance.pick(PLACES);
  const net = 10 + chance.below(80);
  const other = net + 100;
  const site = 16 + chance.below(16);
  const host = () => 10 + chance.below(40);
  const machine = (name: string, subnet: string): Machine => ({
    name,
    id: `i-${name}`,
    eni: `eni-${name}`,
    address: `${subnet}.${host()}`,
  });
  const elastic = 10 + chance.below(60);
  return {
    place,
    vpc: `vpc-${place.id}`,
    block: `10.${net}.0.0/16`,
    branchVpc: `vpc-${place.branch}`,
    branchBlock: `10.${other}.0.0/16`,
    subnetBlock: (n) => `10.${net}.${n}.0/24`,
    branchSubnet: `10.${other}.4.0/24`,
    web: machine(place.web, `10.${net}.1`),
    app: machine(place.app, `10.${net}.2`),
    db: machine(place.db, `10.${net}.3`),
    far: machine(place.far, `10.${other}.4`),
    natAddress: `10.${net}.1.${60 + chance.below(40)}`,
    publicIps: { web: `203.0.113.${elastic}`, nat: `203.0.113.${elastic + 1}`, spare: `203.0.113.${elastic + 2}` },
    client: { id: chance.pick(STRANGERS), address: `198.51.100.${2 + chance.below(200)}` },
    partner: { id: chance.pick(PARTNERS), address: `192.0.2.${100 + chance.below(100)}` },
    bucket: { id: chance.pick(BUCKETS), address: `198.18.4.${10 + chance.below(80)}` },
    office: {
      id: chance.pick(OFFICES),
      address: `172.${site}.0.${host()}`,
      block: `172.${site}.0.0/16`,
      publicIp: `192.0.2.${2 + chance.below(40)}`,
    },
  };
}
