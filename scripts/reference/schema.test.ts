import { describe, expect, it } from 'vitest';
import type { OpenApiDocument, Reference, SchemaObject } from '../../src/contract/document.ts';
import type { Context } from './context.ts';
import { markdownRenderer } from './markdown.ts';
import { Marks } from './marks.ts';
import { planOf } from './plan.ts';
import { restrictionsOf, typeOf, valuesOf } from './schema.ts';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  paths: {},
  components: { schemas: { Card: { type: 'object' }, MaybeCard: { type: ['object', 'null'] } } },
};
const plan = planOf(document);
const context: Context = {
  document,
  plan,
  marks: new Marks(() => [], plan.questions),
  questions: [],
  markdown: markdownRenderer(plan.names),
};

function words(schema: SchemaObject | Reference): string {
  return typeOf(context, schema)
    .toString()
    .replace(/<[^>]*>/g, '');
}

describe('a type in words', () => {
  it('names null wherever the contract allows it, also behind a reference', () => {
    expect(words({ type: ['string', 'null'] })).toBe('string or null');
    expect(words({ $ref: '#/components/schemas/MaybeCard' })).toBe('MaybeCard or null');
    expect(words({ $ref: '#/components/schemas/Card' })).toBe('Card');
  });

  it('says what an array or a map holds and links to the model', () => {
    const cards = { type: ['array', 'null'], items: { $ref: '#/components/schemas/Card' } };
    expect(words(cards)).toBe('array of Card or null');
    expect(typeOf(context, cards).toString()).toContain('href="#Card"');
    expect(words({ type: 'object', additionalProperties: { type: 'string' } })).toBe('map of string');
  });

  it('carries the format with the type that it belongs to', () => {
    expect(words({ type: ['integer', 'null'], format: 'int32' })).toBe('integer (int32) or null');
  });
});

describe('restrictions', () => {
  it('become short phrases, a pair of bounds one range', () => {
    expect(restrictionsOf({ minLength: 1, maxLength: 20 })).toEqual([
      'at least 1 character',
      'at most 20 characters',
    ]);
    expect(restrictionsOf({ minimum: 1, maximum: 12 })).toEqual(['1 to 12']);
    expect(restrictionsOf({ minimum: 0 })).toEqual(['0 or more']);
  });

  it('are never lost: a keyword without a phrase is shown as it is', () => {
    expect(restrictionsOf({ multipleOf: 5, enum: ['a'] })).toEqual(['multipleOf: 5', 'enum: ["a"]']);
    expect(restrictionsOf({ additionalProperties: false })).toEqual(['no other properties']);
  });
});

describe('values', () => {
  it('of an open list come with the warning that others may follow, instead of the examples', () => {
    const shown = String(valuesOf({ examples: ['a'], 'x-extensible-enum': ['a', 'b'] }));
    expect(shown).toContain('Known values: <code>a</code>, <code>b</code>. Expect others.');
    expect(shown).not.toContain('Example');
  });

  it('that are no text are shown as JSON', () => {
    expect(String(valuesOf({ examples: [null, 400] }))).toContain(
      'Examples: <code>null</code>, <code>400</code>',
    );
  });
});
