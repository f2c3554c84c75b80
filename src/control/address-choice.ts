// Parameters of the lab that take an address in more than one form.

import { type Address, parseAddress } from '../net/address.ts';
import { type Cidr, hostCidr, parseCidr } from '../net/cidr.ts';
import { fail, ok, type Result } from '../result.ts';
import type { OperationError } from './operation.ts';
import { invalid, type Optional, parameter } from './parameter.ts';

/** An address, or a word that stands for several. */
export function addressOr<const W extends string>(word: W): Optional<Address | W> {
  return parameter(`${word}|ADDRESS`, (text): Result<Address | W, OperationError> => {
    const parsed = text === word ? word : parseAddress(text);
    return parsed ? ok(parsed) : fail(invalid(`"${text}" is neither "${word}" nor an IP address, such as 10.1.0.5`));
  });
}

/** Who software may let in: a block or an address, or an endpoint or a VPC for what comes through it. */
export function sourceRule(): Optional<SourceRule> {
  const block = blockOrAddress();
  const read = (text: string): Result<SourceRule, OperationError> =>
    /^vpce?-[a-z0-9-]+$/.test(text) ? ok(text as SourceRule) : block.read(text);
  return parameter('CIDR|vpce-…|vpc-…', read);
}

type SourceRule = Cidr | `vpce-${string}` | `vpc-${string}`;

/** A block, or one address, which stands for the block that holds just it. */
function blockOrAddress(): Optional<Cidr> {
  return parameter('CIDR', (text): Result<Cidr, OperationError> => {
    const single = parseAddress(text);
    const block = single ? hostCidr(single) : parseCidr(text);
    return block ? ok(block) : fail(invalid(`"${text}" is not a CIDR block, such as 203.0.113.9/32 or 10.1.0.0/16`));
  });
}
