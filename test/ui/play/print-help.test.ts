import { expect, test } from 'vitest';
import { CATALOGS } from '../../../src/text/catalog.ts';
import { printHelp } from '../../../src/ui/play/print-help.ts';

const TOOLS = [{ name: 'CreateRoute' }];

test('help calls a command what the menu calls it, in the player’s language', () => {
  expect(printHelp([], TOOLS, CATALOGS.ko)).toContain('aws ec2 create-route  경로 추가');
  expect(printHelp(['create-route'], TOOLS, CATALOGS.ko)).toContain('  경로 추가: ');
});

test('help sums a command up where the menu’s words are its verb over again', () => {
  expect(printHelp([], TOOLS, CATALOGS.en)).not.toContain('Create route');
  expect(printHelp(['create-route'], TOOLS, CATALOGS.en)).not.toContain('Create route: ');
});
