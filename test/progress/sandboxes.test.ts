import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { openSandboxes, sandboxName } from '../../src/progress/sandboxes.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'blackfoot-sandboxes-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return join(made, 'sandboxes');
}

function worldWith(cidr: string) {
  const world = readWorld({ vpcs: { 'vpc-red': { cidrs: [cidr] } } });
  if (!world.ok) throw new Error('it does not read');
  return { world: world.value, packets: [] };
}

describe('sandboxes on the disk', () => {
  test('are saved by a name, listed, and opened as they were', () => {
    const files = openSandboxes(folder());
    expect(files.list()).toEqual([]);
    expect(files.save('two-nets', worldWith('10.1.0.0/16')).ok).toBe(true);
    expect(files.list()).toEqual(['two-nets']);
    expect(files.load('two-nets')).toEqual({ ok: true, value: worldWith('10.1.0.0/16') });
  });

  test('are World files, as every command reads them', () => {
    const files = openSandboxes(folder());
    files.save('net', worldWith('10.1.0.0/16'));
    const world = readWorld(JSON.parse(readFileSync(join(files.folder, 'net.json'), 'utf8')));
    expect(world.ok).toBe(true);
  });

  test('are saved anew under their own name, and leave no draft behind', () => {
    const files = openSandboxes(folder());
    files.save('net', worldWith('10.1.0.0/16'));
    files.save('net', worldWith('10.2.0.0/16'));
    expect(files.load('net')).toEqual({ ok: true, value: worldWith('10.2.0.0/16') });
    expect(readdirSync(files.folder)).toEqual(['net.json']);
  });

  test('are renamed, but never over another', () => {
    const files = openSandboxes(folder());
    files.save('one', worldWith('10.1.0.0/16'));
    files.save('two', worldWith('10.2.0.0/16'));
    expect(files.rename('one', 'two')).toEqual({ ok: false, error: { kind: 'taken', name: 'two' } });
    expect(files.rename('one', 'three').ok).toBe(true);
    expect(files.list()).toEqual(['three', 'two']);
  });

  test('keep their packets beside their World, and take them along', () => {
    const files = openSandboxes(folder());
    const packets = ['lab send-packet --from i-vm --to client --port 443', 'lab send-packet --from client --to i-vm'];
    files.save('net', { ...worldWith('10.1.0.0/16'), packets });
    expect(files.list()).toEqual(['net']);
    expect(files.load('net')).toMatchObject({ ok: true, value: { packets } });
    files.rename('net', 'other');
    expect(readdirSync(files.folder).sort()).toEqual(['other.json', 'other.packets.sh']);
    expect(files.load('other')).toMatchObject({ ok: true, value: { packets } });
    files.save('other', worldWith('10.1.0.0/16'));
    expect(readdirSync(files.folder)).toEqual(['other.json']);
    files.save('other', { ...worldWith('10.1.0.0/16'), packets });
    files.remove('other');
    expect(readdirSync(files.folder)).toEqual([]);
  });

  test('of an older version, which have no packets, open', () => {
    const files = openSandboxes(folder());
    files.save('net', { ...worldWith('10.1.0.0/16'), packets: ['lab send-packet --from a --to b'] });
    rmSync(join(files.folder, 'net.packets.sh'));
    expect(files.load('net')).toEqual({ ok: true, value: worldWith('10.1.0.0/16') });
  });

  test('are deleted', () => {
    const files = openSandboxes(folder());
    files.save('one', worldWith('10.1.0.0/16'));
    expect(files.remove('one').ok).toBe(true);
    expect(files.list()).toEqual([]);
    expect(files.remove('one')).toMatchObject({ ok: false, error: { kind: 'unwritable', reason: 'ENOENT' } });
  });

  test.each([
    ['no JSON', 'half a fi', /JSON/],
    ['no World', '{ "vpcs": 7 }', /vpcs/],
  ])(
    'that hold %s are told about, stay as they are, and go aside when something is saved over them',
    (_, text, reason) => {
      const files = openSandboxes(folder());
      files.save('net', worldWith('10.1.0.0/16'));
      writeFileSync(join(files.folder, 'net.json'), text);
      const loaded = files.load('net');
      expect(loaded).toMatchObject({ ok: false, error: { kind: 'unreadable', reason: expect.stringMatching(reason) } });
      expect(readFileSync(join(files.folder, 'net.json'), 'utf8')).toBe(text);
      files.save('net', worldWith('10.2.0.0/16'));
      expect(readdirSync(files.folder).sort()).toEqual(['net.broken.json', 'net.json']);
      expect(readFileSync(join(files.folder, 'net.broken.json'), 'utf8')).toBe(text);
    },
  );

  test('cannot be called what is no name', () => {
    const files = openSandboxes(folder());
    expect(files.save('', worldWith('10.1.0.0/16'))).toEqual({ ok: false, error: { kind: 'unnameable', name: '' } });
    expect(files.save('../net', worldWith('10.1.0.0/16')).ok).toBe(false);
  });

  test('where nothing can be written, say so', () => {
    const place = folder();
    writeFileSync(place, 'a file where the folder should be');
    const saved = openSandboxes(place).save('net', worldWith('10.1.0.0/16'));
    expect(saved).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
  });
});

describe('a typed name', () => {
  test.each([
    ['My Net', 'my-net'],
    ['  two  vpcs! ', 'two-vpcs'],
    ['../etc/passwd', 'etc-passwd'],
    ['한글', ''],
    ['NUL', 'nul-1'],
    ['com1', 'com1-1'],
    ['console', 'console'],
    ['a network whose name is cut right after word', 'a-network-whose-name-is-cut-right-after'],
  ])('"%s" becomes "%s"', (typed, name) => {
    expect(sandboxName(typed)).toBe(name);
  });
});
