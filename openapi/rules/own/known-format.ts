import { schemasOf } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';

/** Formats that ajv-formats and the generators know; `uuid` is left out because live identifiers are not all UUIDs. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  string: ['email', 'date', 'date-time', 'uri', 'uri-reference'],
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
};

export const knownFormat: Rule = {
  id: 'known-format',
  title: 'Every format is a known one and belongs to the type it stands with',
  why: 'An unknown or misspelt format is no error anywhere: validators ignore it and the check silently disappears.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      if (schema.format === undefined) continue;
      const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
      const known = FORMATS[String(type)] ?? [];
      if (!known.includes(schema.format)) {
        const choice = known.length > 0 ? `use one of ${known.join(', ')}` : 'this type has no formats';
        yield {
          pointer: `${pointer}/format`,
          message: `"${schema.format}" is no known format of ${type}; ${choice}`,
        };
      }
    }
  },
};
