import { schemasOf } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';

const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array'];

export const schemaType: Rule = {
  id: 'schema-type',
  title: "Every schema has one explicit type, or one type and 'null'",
  why: 'Without a type a generator writes "any"; with two of them it takes the first and throws on the second.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      if (!isOneType(schema.type)) {
        const found = JSON.stringify(schema.type) ?? 'no type';
        yield {
          pointer,
          message: `${found} stands here; write one of ${TYPES.join(', ')}, or [that, 'null']`,
        };
      }
    }
  },
};

function isOneType(type: unknown): boolean {
  if (!Array.isArray(type)) return typeof type === 'string' && TYPES.includes(type);
  return type.length === 2 && TYPES.includes(type[0]) && type[1] === 'null';
}
