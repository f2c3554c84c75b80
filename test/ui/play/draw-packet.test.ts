// What is marked of a packet: exactly the fields that a step has changed, and the wraps that it puts on or takes off.

import { expect, test } from 'vitest';
import { tapsOf } from '../../../src/dataplane/taps.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { CATALOGS } from '../../../src/text/catalog.ts';
import { lineText, ROUND } from '../../../src/ui/lines.ts';
import { drawHeaders, drawPacket, packetColumns, packetRows, packetWords } from '../../../src/ui/play/draw-packet.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';

const words = packetWords(CATALOGS.en.game);
const { request } = tapsOf(traceExchange(buildWorld(worldFile('two-zones')), { from: 'i-app-b', to: 'client' }));
const step = (rule: string) => request.find((tap) => tap.step.rule === rule)!.step;
const draw = (view: Parameters<typeof drawPacket>[0]) =>
  drawPacket(view, { width: 46, depth: 2, border: ROUND, words }).map((line) => lineText(line).trimEnd());

test('a NAT gateway changes the source, address and port, and nothing else', () => {
  const { before, after } = step('nat-session');
  const lines = drawHeaders({ packet: after, before }, words, 46).map(lineText);
  expect(lines).toEqual([
    ' no wrap: a plain packet',
    expect.stringMatching(/^ from \*10\.1\.1\.50:\*\d+$/),
    ' to   198.51.100.8:443 tcp',
  ]);
});

test('an internet gateway changes the source address and not its port', () => {
  const { before, after } = step('igw-source-nat');
  expect(drawHeaders({ packet: after, before }, words, 46).map(lineText)[1]).toMatch(/^ from \*203\.0\.113\.50:\d+$/);
});

test('a wrap that is put on has a plus, one that comes off a minus, one that stays neither', () => {
  const wrapped = step('wrap');
  expect(draw({ packet: wrapped.after, before: wrapped.before })[0]).toMatch(
    /^╭\+underlay 100\.64\.0\.12 → 100\.64\.254\.1 ─+╮$/,
  );
  const stripped = step('unwrap');
  expect(draw({ packet: stripped.before, after: stripped.after })[1]).toMatch(/^│╭-vpc-red /);
  expect(draw({ packet: wrapped.after })[1]).toMatch(/^│╭ vpc-red /);
});

test('bare or wrapped, packets beside each other have one height, and their ends stand on the same rows', () => {
  const { before, after } = step('wrap');
  const [bare, wrapped] = [draw({ packet: before }), draw({ packet: after })];
  expect([bare.length, wrapped.length]).toEqual([packetRows(2), packetRows(2)]);
  expect(bare[2]).toContain('from 10.1.4.20');
  expect(wrapped[2]).toContain('from 10.1.4.20');
  expect(wrapped[4]).toMatch(/^╰╰─+╯╯$/);
});

test('a packet is wide enough for all of it, and no wider', () => {
  const packets = request.flatMap(({ step: { before, after } }) => [before, after]);
  const width = packetColumns(packets, words);
  const lines = packets.flatMap((packet) => drawPacket({ packet }, { width, depth: 2, border: ROUND, words }));
  expect(lines.some((line) => lineText(line).includes('…'))).toBe(false);
  expect(width).toBeLessThan(60);
});
