// Properties try the same thousand cases on every run, so that a red run is about the change at hand. FC_SEED=random (or a number) tries
// others and FC_RUNS says how many: that is how new counterexamples are looked for, and each one that is mended stands as a fixed example.

import fc from 'fast-check';

const { FC_SEED = '20261124', FC_RUNS = '1000' } = process.env;

fc.configureGlobal({ numRuns: Number(FC_RUNS), ...(FC_SEED !== 'random' && { seed: Number(FC_SEED) }) });
