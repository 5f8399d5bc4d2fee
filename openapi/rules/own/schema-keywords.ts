import { schemasOf } from '../../../src/contract/document.ts';
import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

/** What every generator tried gets right. A keyword that is missing here broke one, or is used nowhere. */
const KEYWORDS = new Set([
  'type',
  'description',
  'format',
  'examples',
  'deprecated',
  'properties',
  'required',
  'additionalProperties',
  'minProperties',
  'maxProperties',
  'items',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
]);
const EXTENSIONS = new Set(['x-extensible-enum', 'x-sensitive']);

export const schemaKeywords: Rule = {
  id: 'schema-keywords',
  title: 'Schemas are written with the keywords that every generator reads alike',
  why: 'Each of oneOf, anyOf, allOf, not, const, enum, if, prefixItems, patternProperties, $defs, readOnly, title and the like made some generator fail, throw on a new value, or change a name.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      for (const keyword of Object.keys(schema)) {
        if (KEYWORDS.has(keyword) || EXTENSIONS.has(keyword)) continue;
        yield {
          pointer: `${pointer}${join(keyword)}`,
          message: `"${keyword}" is outside the safe subset; ${adviceFor(keyword)}`,
        };
      }
    }
  },
};

function adviceFor(keyword: string): string {
  if (keyword === 'enum' || keyword === 'const') return 'list known values in examples and x-extensible-enum';
  if (keyword === 'readOnly' || keyword === 'writeOnly')
    return 'write separate schemas for requests and responses';
  if (keyword === 'nullable') return "write type: [T, 'null']";
  if (keyword === 'example') return 'write examples, a list';
  return 'say it in words or with another keyword';
}
