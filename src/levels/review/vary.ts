// The same network under other names and addresses, so that a review asks for the mechanism and not for a remembered picture. Only
// words change: a level's file and its text are changed alike, and what follows from them is worked out anew.

import type { Chance } from '../daily/chance.ts';

/** Gives what it is given with other words in it; any JSON. */
export type Vary = <T>(content: T) => T;

/**
 * Other names for machines. Each is one that Korean reads with the same kind of ending, since the particles of a level's sentences
 * follow the name that stood there.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  web: ['web', 'shop', 'chat'],
  app: ['app', 'job', 'bot'],
  db: ['db', 'cache', 'queue'],
  client: ['client', 'reader', 'buyer'],
  partner: ['partner', 'vendor', 'lender'],
};

export function makeVary(chance: Chance): Vary {
  const tens = 10 + chance.below(80);
  const sites = chance.below(14);
  const underlay = chance.below(60);
  const isSwapped = chance.below(2) === 1;
  const names = Object.entries(OTHER_NAMES).map(([name, others]) => [name, chance.pick(others)] as const);
  return (content) => {
    const text = JSON.stringify(content)
      .replace(/\b10\.(\d{1,2})(?=\.\d{1,3}\.\d{1,3}\b(?!\/(?:\d|1[0-5])\b))/g, (_, n) => `10.${Number(n) + tens}`)
      .replace(/\b172\.(1[6-9]|2\d|3[01])(?=\.\d)/g, (_, n) => `172.${16 + ((Number(n) - 16 + sites) % 16)}`)
      .replace(/\b100\.64\.0(?=\.\d)/g, `100.64.${underlay}`)
      .replace(/\b(?:198\.51\.100|192\.0\.2)(?=\.\d)/g, (net) => (isSwapped ? otherNet(net) : net));
    return JSON.parse(names.reduce((said, [name, other]) => rename(said, name, other), text));
  };
}

/** The two documentation networks in which machines outside stand. */
function otherNet(net: string): string {
  return net === '192.0.2' ? '198.51.100' : '192.0.2';
}

/** Left as it is where the other name is taken already. */
function rename(text: string, name: string, other: string): string {
  return new RegExp(`\\b${other}\\b`).test(text) ? text : text.replace(new RegExp(`\\b${name}\\b`, 'g'), other);
}
