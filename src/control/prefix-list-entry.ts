// One entry of a prefix list: `Cidr=10.9.0.0/16,Description=…`.

import * as v from 'valibot';
import { clearHostBits } from '../net/cidr.ts';
import { structure } from './structure.ts';

const entrySchema = v.strictObject({
  Cidr: v.pipe(
    v.string(),
    v.check((text) => clearHostBits(text) !== undefined, 'expected a CIDR block such as 10.9.0.0/16'),
  ),
  Description: v.optional(v.string()),
});

export const prefixListEntry = () => structure('Cidr=…,Description=…', entrySchema);
