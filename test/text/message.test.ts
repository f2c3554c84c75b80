import { expect, test } from 'vitest';
import { fillMessage } from '../../src/text/message.ts';

test('a place takes its value, and stays as it is without one', () => {
  expect(fillMessage('{from} → {to}', { from: 'app' })).toBe('app → {to}');
});

// How a Korean network engineer reads the word aloud decides, not its last letter.
test.each([
  ['web', 'web이', 'web은', 'web으로'],
  ['app', 'app이', 'app은', 'app으로'],
  ['rtb-public', 'rtb-public이', 'rtb-public은', 'rtb-public으로'],
  ['Blackfoot', 'Blackfoot이', 'Blackfoot은', 'Blackfoot으로'],
  ['rtb-main', 'rtb-main이', 'rtb-main은', 'rtb-main으로'],
  ['local', 'local이', 'local은', 'local로'],
  ['partner', 'partner가', 'partner는', 'partner로'],
  ['neighbour', 'neighbour가', 'neighbour는', 'neighbour로'],
  ['client', 'client가', 'client는', 'client로'],
  ['db', 'db가', 'db는', 'db로'],
  ['eip', 'eip가', 'eip는', 'eip로'],
  ['vm-a', 'vm-a가', 'vm-a는', 'vm-a로'],
  ['igw-1', 'igw-1이', 'igw-1은', 'igw-1로'],
  ['rtb-3', 'rtb-3이', 'rtb-3은', 'rtb-3으로'],
  ['8.8.8.8', '8.8.8.8이', '8.8.8.8은', '8.8.8.8로'],
  ['10.1.0.0/16', '10.1.0.0/16이', '10.1.0.0/16은', '10.1.0.0/16으로'],
  ['인터넷', '인터넷이', '인터넷은', '인터넷으로'],
])('%s takes the particles that it is said with', (x, subject, topic, direction) => {
  const said = ['{x:이/가}', '{x:은/는}', '{x:으로/로}'].map((template) => fillMessage(template, { x }));
  expect(said).toEqual([subject, topic, direction]);
});
