import path from 'node:path';
import { expect, test } from 'vitest';
import { isWithin } from '../../src/levels/load.ts';

test.each([
  ['/packs/mine', '/packs/mine/one.yaml', true],
  ['/packs/mine', '/packs/mine/chapter/one.yaml', true],
  ['/packs/mine', '/packs/mine/..one.yaml', true],
  ['/', '/one.yaml', true],
  ['/packs/mine', '/packs/mine-too/one.yaml', false],
  ['/packs/mine', '/packs/one.yaml', false],
  ['/packs/mine', '/etc/passwd', false],
] as const)('of %s, %s is a file: %s', (folder, file, expected) => {
  expect(isWithin(folder, file, path.posix)).toBe(expected);
});

test.each([
  [String.raw`C:\packs\mine`, String.raw`C:\packs\mine\chapter\one.yaml`, true],
  [String.raw`c:\packs\mine`, String.raw`C:\packs\mine\one.yaml`, true],
  ['D:\\', String.raw`D:\one.yaml`, true],
  [String.raw`\\school\packs`, String.raw`\\school\packs\one.yaml`, true],
  [String.raw`C:\packs\mine`, String.raw`C:\packs\one.yaml`, false],
  [String.raw`C:\packs\mine`, String.raw`D:\packs\mine\one.yaml`, false],
  [String.raw`C:\packs\mine`, String.raw`\\school\packs\mine\one.yaml`, false],
] as const)('on Windows, of %s, %s is a file: %s', (folder, file, expected) => {
  expect(isWithin(folder, file, path.win32)).toBe(expected);
});
