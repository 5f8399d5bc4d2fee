import { schemasOf } from '../../../src/contract/document.ts';
import { segmentsOf } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';
import { allParametersOf } from '../walk/parameters.ts';

/** Personal data of a payer, and the token that moves money. */
const SENSITIVE = [
  'email',
  'firstName',
  'lastName',
  'phone',
  'birthdate',
  'token',
  'document',
  'identification',
  'address',
];

export const sensitiveMarked: Rule = {
  id: 'sensitive-marked',
  title: 'Personal and secret properties are marked x-sensitive',
  why: 'Logs, events and reports are redacted by this mark: a property without it is written out in full.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      const segments = segmentsOf(pointer);
      const name = segments.at(-2) === 'properties' ? segments.at(-1) : undefined;
      if (name !== undefined && SENSITIVE.includes(name) && schema['x-sensitive'] !== true) {
        yield { pointer, message: `"${name}" is personal or secret; add x-sensitive: true` };
      }
    }
    for (const { parameter, pointer } of allParametersOf(document)) {
      const isMarked = Reflect.get(parameter.schema, 'x-sensitive') === true;
      if (SENSITIVE.includes(parameter.name) && !isMarked) {
        yield {
          pointer: `${pointer}/schema`,
          message: `parameter "${parameter.name}" is secret; add x-sensitive: true`,
        };
      }
    }
  },
};
