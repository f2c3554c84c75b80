import { describe, expect, test } from 'vitest';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { chanceOf } from '../../../src/levels/daily/chance.ts';
import { parseLevel } from '../../../src/levels/parse.ts';
import { makeVary } from '../../../src/levels/review/vary.ts';

const library = builtInLibrary();
const SEEDS = ['one', 'two', 'three', 'four'];

describe('any level under other names and addresses', () => {
  test.each(library.entries.map(({ id }) => id))('%s is still a level', (id) => {
    for (const seed of SEEDS) {
      const read = parseLevel(makeVary(chanceOf(seed))(library.sources.levels[id]));
      expect(read.ok ? [] : read.error).toEqual([]);
    }
  });
});

describe('what varies', () => {
  const vary = makeVary(chanceOf('seed'));

  test('keeps blocks that differ apart, and equal ones equal', () => {
    const [a, again, other] = vary(['10.1.0.0/16', '10.1.0.0/16', '10.2.0.0/16']);
    expect(a).toBe(again);
    expect(a).not.toBe(other);
    expect(a).toMatch(/^10\.\d+\.0\.0\/16$/);
  });

  // Documentation and private ranges: RFC 5737, RFC 1918, RFC 6598.
  test.each([
    ['a block wider than a /16, which holds them all', '10.0.0.0/8'],
    ['the default destination', '0.0.0.0/0'],
    ['the fleets of the substrate', '100.64.255.1'],
    ['public addresses of AWS', '203.0.113.9'],
    ['words that only contain a name', 'application webpage preserve_client_ip'],
  ])('leaves %s', (_, text) => {
    expect(vary(text)).toBe(text);
  });

  test('keeps every address in its kind of range', () => {
    for (const seed of SEEDS) {
      const [site, outside, host] = makeVary(chanceOf(seed))(['172.16.0.9', '198.51.100.8', '100.64.0.11']);
      expect(site).toMatch(/^172\.(1[6-9]|2\d|3[01])\.0\.9$/);
      expect(outside).toMatch(/^(198\.51\.100|192\.0\.2)\.8$/);
      expect(host).toMatch(/^100\.64\.\d+\.11$/);
    }
  });

  test('gives no two machines one name', () => {
    for (const seed of SEEDS) {
      const names = Object.keys(makeVary(chanceOf(seed))({ web: 1, shop: 2, chat: 3 }));
      expect(new Set(names).size).toBe(3);
    }
  });
});
