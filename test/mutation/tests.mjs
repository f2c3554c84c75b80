// The tests of a folder as one piece of code that is evaluated anew for each mutant, so that nothing which a mutant left in a memo or a
// module's variable is there for the next one. Libraries, which no mutant changes, are loaded once.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect';
import * as runner from '@vitest/runner';
import { build } from 'esbuild';

const SETUP = 'test/random-seed.ts';
const LIBRARIES = ['vitest', 'fast-check', 'yaml', 'immer', '@cdktn/hcl2json'];

/** What is mutated, with its tests: each of these folders without those that stand here by themselves. */
export const FOLDERS = ['net', 'dataplane', 'control', 'control/export'];

/** The folders that stand by themselves below this one. */
export function foldersBelow(folder) {
  return FOLDERS.filter((other) => other.startsWith(`${folder}/`));
}

/** What takes a second or two, and is asked only if nothing before it has noticed. */
const LAST = /properties|rebuild|fault-pairs/;

/** All test files of `test/<folder>`, the slow ones last. */
export function listTestFiles(folder) {
  const names = readdirSync(join('test', folder), { recursive: true }).sort();
  const files = names.filter((name) => name.endsWith('.test.ts')).map((name) => `test/${folder}/${name}`);
  const elsewhere = foldersBelow(folder).map((other) => `test/${other}/`);
  const wanted = files.filter((file) => !elsewhere.some((other) => file.startsWith(other)));
  return [...wanted.filter((file) => !LAST.test(file)), ...wanted.filter((file) => LAST.test(file))];
}

/** What evaluates the files' code from the start: a function from a file's name to the registering of its tests. */
export async function bundleTests(files) {
  const cases = [SETUP, ...files].map(
    (file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`,
  );
  const { outputFiles } = await build({
    // Stryker goes into its sandbox only after this file was loaded.
    absWorkingDir: process.cwd(),
    stdin: { contents: `module.exports = {${cases.join('\n')}};`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: LIBRARIES,
    logLevel: 'error',
    plugins: [ownUrls],
  });
  const script = new vm.Script(`(function (require, module) {${outputFiles[0].text}\n})`, {
    filename: join(process.cwd(), 'tests.cjs'),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const evaluate = () => {
    const module = {};
    script.runInThisContext()(requireLibrary, module);
    return module.exports;
  };
  evaluate()[SETUP]();
  const { default: fc } = require('fast-check');
  // That a case fails is enough here; which is the smallest takes longer to find.
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
  return evaluate;
}

/** In one piece of code each file still finds what lies beside it. */
const ownUrls = {
  name: 'own-urls',
  setup: ({ onLoad, onResolve }) => {
    // What is loaded late may be mutated to nothing.
    onResolve({ filter: /^$/ }, () => ({ path: '', external: true }));
    onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
};

const require = createRequire(import.meta.url);
const vitest = { ...runner, expect: makeExpect() };
const requireLibrary = (name) => (name === 'vitest' ? vitest : require(name));

function makeExpect() {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
  const expect = (value, message) => chai.expect(value, message);
  Object.assign(expect, chai.expect);
  setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
  return expect;
}
