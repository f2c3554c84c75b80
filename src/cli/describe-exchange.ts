// An exchange as the JSON of `trace --json`: plain, complete, and in English whatever the language.

import type { World } from '../cloud/world.ts';
import type { Finding } from '../dataplane/diagnose.ts';
import { explainFault, explainStep } from '../dataplane/explain.ts';
import type { Probe } from '../dataplane/probe.ts';
import { RULES } from '../dataplane/rules.ts';
import type { Hop, Step, Trace } from '../dataplane/step.ts';
import type { Exchange } from '../dataplane/trace.ts';
import { listHeaders } from '../net/packet.ts';
import { CATALOGS } from '../text/catalog.ts';

export interface Traced {
  readonly world: World;
  readonly probe: Probe;
  readonly exchange: Exchange;
  readonly findings: readonly Finding[];
}

const words = CATALOGS.en;

export function describeExchange({ world, probe, exchange, findings }: Traced) {
  const { outcome, request, reply, seen, bounces = [] } = exchange;
  return {
    outcome,
    probe,
    request: describeTrace(world, request),
    reply: reply ? describeTrace(world, reply) : null,
    signals: bounces.map(({ direction, refused, signal }) => ({
      direction,
      refused: describeTrace(world, refused),
      signal: describeTrace(world, signal),
    })),
    seen: seen ?? null,
    diagnosis: findings.map((finding) => describeFinding(world, finding)),
  };
}

function describeTrace(world: World, { disposition, fault, at, hops }: Trace) {
  return {
    disposition,
    code: fault?.code ?? null,
    at: fault?.at ?? at,
    hops: hops.map((hop) => ({
      node: hop.node,
      place: hop.place,
      steps: hop.steps.map((step) => describeStep(world, step, hop)),
    })),
  };
}

function describeStep(world: World, step: Step, hop: Hop) {
  const { kind, rule, table, row, reason, before, after } = step;
  const { mark, sources } = RULES[rule];
  return {
    kind,
    rule,
    mark,
    sources,
    ...(reason && { reason }),
    table: table ?? null,
    row: row ?? null,
    before: listHeaders(before),
    after: listHeaders(after),
    sentence: explainStep(world, step, hop, words),
  };
}

export function describeFinding(world: World, finding: Finding) {
  const { code, at, direction, about } = finding;
  return { code, at, direction, about: about ?? null, message: explainFault(world, finding, words) };
}
