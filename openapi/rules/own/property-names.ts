import { schemasOf } from '../../../src/contract/document.ts';
import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

const CAMEL_CASE = /^[a-z][A-Za-z0-9]*$/;

export const propertyNames: Rule = {
  id: 'property-names',
  title: 'Properties are named in camelCase and no two differ only by case',
  why: 'Generators fold names to their own case: two that differ only by it become one field and lose a value.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      const seen = new Map<string, string>();
      for (const name of Object.keys(schema.properties ?? {})) {
        const place = `${pointer}${join('properties', name)}`;
        if (!CAMEL_CASE.test(name)) yield { pointer: place, message: `"${name}" is not camelCase` };
        const twin = seen.get(name.toLowerCase());
        if (twin !== undefined)
          yield { pointer: place, message: `"${name}" and "${twin}" differ only by case` };
        seen.set(name.toLowerCase(), name);
      }
    }
  },
};
