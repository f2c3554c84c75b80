import * as v from 'valibot';
import { fail, ok } from '../result.ts';
import { invalid, type Optional, parameter } from './parameter.ts';

/** A parameter whose text must be what the World's own schema takes, so that a save can always be read again. */
export function shaped(form: string, schema: v.GenericSchema<string, string>): Optional<string> {
  return parameter(form, (text) => {
    const result = v.safeParse(schema, text);
    return result.success ? ok(result.output) : fail(invalid(`"${text}": ${result.issues[0].message}`));
  });
}

/** Text of one line that a terminal can show. */
export const lineSchema = v.pipe(
  v.string(),
  v.regex(/^[^\p{Cc}]{1,80}$/u, 'expected 1 to 80 characters, none of them a control character'),
);
