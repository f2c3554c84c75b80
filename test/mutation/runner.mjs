// A test runner for Stryker that stays in one process. Vitest's own starts a worker and loads every file again for each mutant, which is one
// to three seconds; here it is some hundredths, and ten thousand mutants are an hour and not a day. The tests are registered and run by
// Vitest's runner library.

import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { startTests } from '@vitest/runner';
import { getTestName } from '@vitest/runner/utils';
import { bundleTests, listTestFiles } from './tests.mjs';

const TIMEOUT = 120_000;

globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};

class FreshCodeRunner {
  /** What the mutated code looks at: which mutant is on, and how often it was met. */
  mutants = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];

  /** Which test file noticed the last change of a source file: it is asked first of the next one. */
  noticedBy = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.files = listTestFiles(process.env.MUTATED ?? 'net');
    this.evaluate = await bundleTests(this.files);
  }

  async dryRun() {
    Object.assign(this.mutants, { activeMutant: undefined, hitCount: undefined, mutantCoverage: undefined });
    const tests = await this.run(this.files, { onEach: (id) => Object.assign(this.mutants, { currentTestId: id }) });
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.mutants.mutantCoverage };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit: given }) {
    // A hundred times as often as all tests together is Stryker's limit, and takes gigabytes where each pass adds to a list.
    const hitLimit = given && Math.ceil(given / 10);
    Object.assign(this.mutants, { activeMutant: activeMutant.id, hitCount: 0, hitLimit, currentTestId: undefined });
    const wanted = testFilter && new Set(testFilter);
    const files = this.files.filter((file) => !wanted || testFilter.some((id) => id.startsWith(`${file}#`)));
    const first = this.noticedBy.get(activeMutant.fileName);
    const order = files.includes(first) ? [first, ...files.filter((file) => file !== first)] : files;
    const tests = await this.run(order, { wanted, bail: true });
    const noticed = tests.find(isFailed)?.id.split('#')[0];
    if (noticed) this.noticedBy.set(activeMutant.fileName, noticed);
    const endless = determineHitLimitReached(this.mutants.hitCount, hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
  }

  /** Runs the wanted tests of the files, each from code evaluated for this run. */
  async run(files, { wanted, bail = false, onEach = () => {} } = {}) {
    const register = this.evaluate();
    const results = [];
    for (const file of files) {
      results.push(...(await runFile(file, register[file], { wanted, bail, onEach })));
      if (bail && results.some(isFailed)) break;
    }
    return results;
  }
}

async function runFile(file, register, { wanted, bail, onEach }) {
  const results = [];
  const failed = () => bail && results.some(isFailed);
  let forget;
  const [ran] = await startTests([{ filepath: file, testLocations: undefined }], {
    config,
    importFile: register,
    onCleanupWorkerContext: (cleanUp) => {
      forget = cleanUp;
    },
    onBeforeRunTask: (test) => {
      const id = idOf(file, test);
      if ((wanted && !wanted.has(id)) || failed()) test.mode = 'skip';
      else onEach(id);
    },
    onAfterRunTask: (test) => {
      onEach(undefined);
      results.push(toResult(idOf(file, test), test));
    },
  });
  // Otherwise each evaluation stays in memory.
  await forget?.();
  const untold = ran.result?.state === 'fail' && !results.some(isFailed);
  return untold ? [failure(`${file}#`, ran.result.errors?.[0]?.message ?? 'not registered')] : results;
}

const config = {
  root: process.cwd(),
  setupFiles: [],
  name: undefined,
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: TIMEOUT,
  hookTimeout: TIMEOUT,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};

const isFailed = ({ status }) => status === TestStatus.Failed;

const idOf = (file, test) => `${file}#${getTestName(test)}`;

function toResult(id, { result, mode }) {
  const base = { id, name: id, timeSpentMs: result?.duration ?? 0 };
  if (mode === 'skip') return { ...base, status: TestStatus.Skipped };
  return result?.state === 'pass'
    ? { ...base, status: TestStatus.Success }
    : failure(id, result?.errors?.[0]?.message ?? 'failed', base.timeSpentMs);
}

const failure = (id, failureMessage, timeSpentMs = 0) => ({
  id,
  name: id,
  timeSpentMs,
  status: TestStatus.Failed,
  failureMessage,
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'fresh-code', FreshCodeRunner)];
