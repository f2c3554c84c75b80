// Properties try the same cases on every run, so that a red run is about the change at hand. FC_SEED=random (or a number) tries others:
// that is how new counterexamples are looked for, and each one that is mended stands as a fixed example.

import fc from 'fast-check';

const { FC_SEED = '20261124' } = process.env;

if (FC_SEED !== 'random') fc.configureGlobal({ seed: Number(FC_SEED) });
