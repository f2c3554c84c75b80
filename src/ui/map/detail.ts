// How much the map says when room is short. Each step says a little less than the one before; a text that is shortened shows an ellipsis.

export interface Detail {
  readonly publicAddress: 'full' | 'short';
  /** The block in a subnet's heading: whole, without what its VPC's title already says, or left to the detail pane. */
  readonly cidr: 'full' | 'short' | 'none';
  readonly address: 'full' | 'short';
  /** Whether the route table stands on a line of its own below the subnet's name. */
  readonly tableBelow: boolean;
  /** The most columns that a machine's name and a table's id take. */
  readonly nameLimit: number;
  readonly tableLimit: number;
  readonly shortNotes: boolean;
  /** Whether a table that a subnet has only because it is the main one says so. */
  readonly saysMain: boolean;
  /** Whether the addresses of machines on the internet are shortened. */
  readonly shortOutside: boolean;
  /** Whether interfaces stand beside each other, where the VPC has one subnet. */
  readonly rowsBeside: boolean;
}

const FULL: Detail = {
  publicAddress: 'full',
  cidr: 'full',
  address: 'full',
  tableBelow: false,
  nameLimit: 24,
  tableLimit: 32,
  shortNotes: false,
  saysMain: true,
  shortOutside: false,
  rowsBeside: false,
};

const SHORT: Detail = { ...FULL, publicAddress: 'short', cidr: 'short', nameLimit: 16, shortNotes: true };

export const DETAILS = {
  full: FULL,
  shortPublic: { ...FULL, publicAddress: 'short' },
  tableBelow: { ...FULL, tableBelow: true },
  rowsBeside: { ...FULL, rowsBeside: true },
  shortPublicTableBelow: { ...FULL, publicAddress: 'short', tableBelow: true },
  shortCidr: SHORT,
  shortCidrTableBelow: { ...SHORT, tableBelow: true },
  shortOutside: { ...SHORT, shortOutside: true, rowsBeside: true },
  noCidr: { ...SHORT, cidr: 'none', nameLimit: 12, tableLimit: 11 },
  shortPrivate: { ...SHORT, address: 'short', shortOutside: true, nameLimit: 12, tableLimit: 11 },
  least: {
    ...SHORT,
    address: 'short',
    shortOutside: true,
    tableBelow: true,
    nameLimit: 12,
    tableLimit: 16,
    saysMain: false,
  },
} as const satisfies Readonly<Record<string, Detail>>;

/** `203.0.113.50` as `203…50`. */
export function shortPublic(address: string): string {
  const parts = address.split(/[.:]/);
  return `${parts[0]}…${parts.at(-1)}`;
}

/** `10.1.2.60` as `…60`: the subnet's heading says the rest. */
export function shortPrivate(address: string): string {
  return `…${address.split(/[.:]/).at(-1)}`;
}

/** `10.1.2.0/24` in `10.1.0.0/16` as `…2.0/24`. */
export function shortCidr(cidr: string, vpcCidr: string): string {
  const [base = '', length] = cidr.split('/');
  const shared = Math.floor(Number(vpcCidr.split('/')[1]) / 8);
  const isInside = base.split('.').slice(0, shared).join('.') === vpcCidr.split('.').slice(0, shared).join('.');
  return isInside && shared > 0 ? `…${base.split('.').slice(shared).join('.')}/${length}` : cidr;
}
