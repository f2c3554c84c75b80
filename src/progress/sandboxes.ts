// Sandboxes on the disk: a folder beside the save, a World in each file, by the name that the player gave it, and beside it the packets
// that were named there, a command on each line. What does not read stays where it is and is told about; nothing is ever overwritten
// but by its own name.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { formatPath } from '../cloud/problem.ts';
import type { World } from '../cloud/world.ts';
import { readWorld } from '../dataplane/read-world.ts';
import { FILE_LIMITS } from '../levels/file-limits.ts';
import { slugSchema } from '../levels/level.ts';
import { fail, ok, type Result } from '../result.ts';
import { moveFile } from './busy.ts';
import { freeName } from './free-name.ts';
import { writeWhole } from './write-whole.ts';

export type SandboxProblem =
  | { readonly kind: 'unreadable' | 'unwritable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'taken' | 'unnameable'; readonly name: string };

type Done = Result<undefined, SandboxProblem>;

export interface SavedSandbox {
  readonly world: World;
  /** The commands that name its packets. */
  readonly packets: readonly string[];
}

export interface Sandboxes {
  readonly folder: string;
  list(): readonly string[];
  load(name: string): Result<SavedSandbox, SandboxProblem>;
  save(name: string, sandbox: SavedSandbox): Done;
  rename(name: string, to: string): Done;
  remove(name: string): Done;
}

/** On Windows these are devices, whatever stands behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A name that is a file's on every system: lower-case words joined by dashes. */
export function sandboxName(typed: string): string {
  const name = typed
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return DEVICE.test(name) ? `${name}-1` : name;
}

export function openSandboxes(folder: string): Sandboxes {
  const fileOf = (name: string) => join(folder, `${name}.json`);
  const packetsOf = (name: string) => join(folder, `${name}.packets.sh`);
  return {
    folder,
    list: () => listNames(folder),
    load(name) {
      const world = loadWorld(fileOf(name));
      return world.ok ? ok({ world: world.value, packets: readLines(packetsOf(name)) }) : world;
    },
    save(name, { world, packets }) {
      if (!v.is(slugSchema, name)) return fail({ kind: 'unnameable', name });
      const file = fileOf(name);
      return attempt(file, () => {
        mkdirSync(folder, { recursive: true });
        // What somebody put there and is no World is not ours to overwrite.
        if (existsSync(file) && !loadWorld(file).ok) moveFile(file, freeName(file, 'broken'));
        write(file, `${JSON.stringify(world, undefined, 2)}\n`);
        if (packets.length > 0) write(packetsOf(name), packets.map((line) => `${line}\n`).join(''));
        else rmSync(packetsOf(name), { force: true });
      });
    },
    rename(name, to) {
      if (!v.is(slugSchema, to)) return fail({ kind: 'unnameable', name: to });
      if (existsSync(fileOf(to))) return fail({ kind: 'taken', name: to });
      return attempt(fileOf(name), () => {
        moveFile(fileOf(name), fileOf(to));
        if (existsSync(packetsOf(name))) moveFile(packetsOf(name), packetsOf(to));
        else rmSync(packetsOf(to), { force: true });
      });
    },
    remove: (name) =>
      attempt(fileOf(name), () => {
        rmSync(fileOf(name));
        rmSync(packetsOf(name), { force: true });
      }),
  };
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
      .filter((name) => v.is(slugSchema, name))
      .sort();
  } catch {
    return [];
  }
}

/** None where there is no such file, as beside a World that an older version saved. */
function readLines(file: string): readonly string[] {
  try {
    if (statSync(file).size > FILE_LIMITS.bytes) return [];
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

function write(file: string, text: string): void {
  const reason = writeWhole(file, text);
  if (reason) throw new Error(reason);
}

function loadWorld(file: string): Result<World, SandboxProblem> {
  const unreadable = (reason: string) => fail({ kind: 'unreadable', file, reason } as const);
  try {
    if (statSync(file).size > FILE_LIMITS.bytes) return unreadable(`more than ${FILE_LIMITS.bytes} bytes`);
    const world = readWorld(JSON.parse(readFileSync(file, 'utf8')));
    if (world.ok) return world;
    const [{ path, message }] = world.error as readonly [(typeof world.error)[number]];
    return unreadable(`${formatPath(path)}: ${message}`);
  } catch (error) {
    return unreadable((error as Error).message);
  }
}

function attempt(file: string, work: () => void): Done {
  try {
    work();
    return ok(undefined);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return fail({ kind: 'unwritable', file, reason: code ?? message });
  }
}
