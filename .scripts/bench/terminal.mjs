// Times a program in a pseudo-terminal, from its start and from each key to the last byte of the answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';

/** Runs once. `until` is a text whose arrival is timed, and after which the program is ended. */
export function timeRun([file, ...args], { until, cwd, env } = {}) {
  return new Promise((resolve) => {
    const home = mkdtempSync(join(tmpdir(), 'blackfoot-bench-'));
    const times = {};
    let output = '';
    const start = performance.now();
    const child = spawn(file, args, terminalOptions({ columns: 100, rows: 30, home, cwd, env }));
    child.onData((data) => {
      output += data;
      times.firstByte ??= performance.now() - start;
      if (until !== undefined && times.until === undefined && output.includes(until)) {
        times.until = performance.now() - start;
        child.kill('SIGTERM');
      }
    });
    child.onExit(({ exitCode }) => {
      times.exit = performance.now() - start;
      rmSync(home, { recursive: true, force: true });
      resolve({ ...times, code: exitCode, output });
    });
  });
}

/** A program that stays: answers keys until it is ended. */
export function openTerminal([file, ...args], { columns, rows }) {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-bench-'));
  const child = spawn(file, args, terminalOptions({ columns, rows, home }));
  let bytes = 0;
  let lastByte = performance.now();
  let output = '';
  child.onData((data) => {
    bytes += Buffer.byteLength(data);
    output += data;
    lastByte = performance.now();
  });
  const exit = new Promise((resolve) => child.onExit(resolve));
  return {
    get output() {
      return output;
    },
    write: (keys) => child.write(keys),
    /** Sends a key; resolves, once nothing has come for `quiet` ms, with the time to the last byte and the number of bytes. */
    async press(key, quiet = 60) {
      const before = bytes;
      const start = performance.now();
      child.write(key);
      await silence(quiet);
      return { time: bytes === before ? undefined : lastByte - start, bytes: bytes - before };
    },
    settle: silence,
    /** Resolves when the program has ended by itself. */
    exit,
    async close() {
      child.kill('SIGTERM');
      await exit;
      rmSync(home, { recursive: true, force: true });
    },
  };

  async function silence(quiet) {
    let waitedFrom = performance.now();
    do {
      await new Promise((resolve) => setTimeout(resolve, 5));
      waitedFrom = Math.max(waitedFrom, lastByte);
    } while (performance.now() - waitedFrom < quiet);
  }
}

// NODE_EXTRA_CA_CERTS costs Node 20 more than its whole start, and CI keeps Ink from drawing.
function terminalOptions({ columns, rows, home, cwd = home, env }) {
  const clean = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: home,
    LANG: 'en_US.UTF-8',
    TERM: 'xterm-256color',
    ...env,
  };
  return { cols: columns, rows, cwd, env: clean, name: 'xterm-256color' };
}
