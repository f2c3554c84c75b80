import { expect, test } from 'vitest';
import { mouseReportAt, parseMouse } from '../../src/ui/mouse.ts';

const ESCAPE = '\u001B';

test.each([
  ['a press of the left button', '[<0;12;5M', { kind: 'click', column: 11, row: 4 }],
  ['the same with Shift held', '[<4;12;5M', { kind: 'click', column: 11, row: 4 }],
  ['a release', '[<0;12;5m', undefined],
  ['the right button', '[<2;12;5M', undefined],
  ['the wheel, up', '[<64;1;1M', { kind: 'wheel-up', column: 0, row: 0 }],
  ['the wheel, down', '[<65;1;1M', { kind: 'wheel-down', column: 0, row: 0 }],
  ['a press in the old form', '[M ,%', { kind: 'click', column: 11, row: 4 }],
] as const)('%s', (_, report, event) => {
  expect(mouseReportAt(`x${ESCAPE}${report}y`, 1)).toBe(ESCAPE + report);
  expect(parseMouse(ESCAPE + report)).toEqual(event);
});

test.each(['x', `${ESCAPE}[A`, `${ESCAPE}[200~`, ESCAPE])('%j is no report', (input) => {
  expect(mouseReportAt(input, 0)).toBeUndefined();
});
