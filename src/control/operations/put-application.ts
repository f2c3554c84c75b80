// The lab's own: all that a machine's software is set to do, in one piece; set-listener, set-allowed-source and update-record change a part.

import * as v from 'valibot';
import { applicationSchema } from '../../cloud/machine.ts';
import { applicationOf } from '../application.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { structure } from '../structure.ts';

export const putApplication = defineOperation({
  service: 'lab',
  name: 'PutApplication',
  effect: 'edit',
  summary: 'Sets what a machine’s software listens on, lets in and has on record',
  parameters: {
    Machine: required(id('machine')),
    Application: required(structure('{"listeners":[{"port":443}]}', v.looseObject({}))),
  },
  candidates: { Application: () => [] },
  check(_world, { Application }) {
    const result = v.safeParse(applicationSchema, Application);
    if (result.success) return undefined;
    const [issue] = result.issues;
    return { code: 'ParamValidation', message: `${v.getDotPath(issue) ?? 'Application'}: ${issue.message}` };
  },
  apply(draft, { Machine, Application }, before) {
    const application = v.parse(applicationSchema, Application);
    if (JSON.stringify(application) === JSON.stringify(applicationOf(before, Machine))) return undefined;
    (draft.instances[Machine] ?? draft.internet[Machine])!.application = application as never;
    return undefined;
  },
});
