import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';
import { showSteps } from './show-steps.ts';

interface Told {
  readonly name: string;
  readonly source: string;
  readonly world: string;
  readonly probe: Probe;
  readonly request: string;
  readonly reply: string;
}

const told = ['step-by-step.yaml', 'gateways-step-by-step.yaml'].flatMap((name): readonly Told[] =>
  parse(readFileSync(new URL(name, import.meta.url), 'utf8')),
);

const show = (trace: Parameters<typeof showSteps>[0] | undefined) => (trace ? `${showSteps(trace).join('\n')}\n` : '');

test.each(told)('$name, there and back ($source)', ({ world, probe, request, reply }) => {
  const exchange = traceExchange(buildWorld(worldFile(world)), probe);
  expect(show(exchange.request)).toBe(request);
  expect(show(exchange.reply)).toBe(reply);
});
