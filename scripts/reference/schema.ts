/** A schema in words: its type with links to models, and each restriction as a short phrase. */
import { isReference, type Reference, resolve, type SchemaObject } from '../../src/contract/document.ts';
import { segmentsOf } from '../../src/contract/pointer.ts';
import { type Html, html, type Slot } from '../../src/contract/reports/markup.ts';
import type { Context } from './context.ts';

/** The type as a reader says it: `string or null`, `integer (int32)`, `array of SessionAction`. */
export function typeOf(context: Context, schema: SchemaObject | Reference): Html {
  const { document, plan } = context;
  if (isReference(schema)) {
    const name = segmentsOf(schema.$ref).at(-1) ?? '';
    const anchor = plan.names.get(name);
    const label = anchor === undefined ? breakable(name) : html`<a href="#${anchor}">${breakable(name)}</a>`;
    return typesOf(resolve<SchemaObject>(document, schema)).includes('null') ? html`${label} or null` : label;
  }
  const words = typesOf(schema).map((type): Slot => {
    if (type === 'array' && schema.items !== undefined)
      return html`array of ${typeOf(context, schema.items)}`;
    if (
      type === 'object' &&
      typeof schema.additionalProperties === 'object' &&
      schema.properties === undefined
    ) {
      return html`map of ${typeOf(context, schema.additionalProperties)}`;
    }
    return schema.format !== undefined && type !== 'null' ? `${type} (${schema.format})` : type;
  });
  return html`${words.map((word, index) => [index > 0 && ' or ', word])}`;
}

/** A name that may be broken before its capitals, so that a long one fits its column. */
export function breakable(name: string): Html {
  return html`${name.split(/(?<=[a-z])(?=[A-Z])/).map((part, index) => [index > 0 && html`<wbr>`, part])}`;
}

function typesOf({ type }: SchemaObject): readonly string[] {
  if (type === undefined) return ['any'];
  return typeof type === 'string' ? [type] : type;
}

/** Keywords that have a place of their own on the page. */
const SHOWN_ELSEWHERE = new Set([
  'type',
  'format',
  'description',
  'properties',
  'required',
  'items',
  'examples',
  'deprecated',
  'additionalProperties',
  'x-extensible-enum',
  'x-sensitive',
]);

const PHRASES: Readonly<Record<string, (value: unknown) => string>> = {
  minLength: (value) => `at least ${counted(value, 'character')}`,
  maxLength: (value) => `at most ${counted(value, 'character')}`,
  minProperties: (value) => `at least ${counted(value, 'property', 'properties')}`,
  maxProperties: (value) => `at most ${counted(value, 'property', 'properties')}`,
  minItems: (value) => `at least ${counted(value, 'item')}`,
  maxItems: (value) => `at most ${counted(value, 'item')}`,
  minimum: (value) => `${String(value)} or more`,
  maximum: (value) => `${String(value)} or less`,
  pattern: (value) => `matches ${String(value)}`,
};

/** The restrictions of a schema; a keyword that has no phrase is shown as it is, so that none is ever lost. */
export function restrictionsOf(schema: SchemaObject): readonly string[] {
  const { minimum, maximum } = schema;
  const range = minimum !== undefined && maximum !== undefined ? [`${minimum} to ${maximum}`] : [];
  const rest = Object.entries(schema).filter(
    ([keyword]) =>
      !SHOWN_ELSEWHERE.has(keyword) &&
      !(range.length > 0 && (keyword === 'minimum' || keyword === 'maximum')),
  );
  return [
    ...range,
    ...rest.map(([keyword, value]) => PHRASES[keyword]?.(value) ?? `${keyword}: ${JSON.stringify(value)}`),
    ...(schema.additionalProperties === false ? ['no other properties'] : []),
  ];
}

/** Known values of an open list, or else the examples. */
export function valuesOf(schema: SchemaObject): Html | undefined {
  const known = schema['x-extensible-enum'];
  if (known !== undefined) return html`<p class="values">Known values: ${codes(known)}. Expect others.</p>`;
  const examples = schema.examples ?? [];
  if (examples.length === 0) return undefined;
  return html`<p class="values">${examples.length === 1 ? 'Example' : 'Examples'}: ${codes(examples)}</p>`;
}

function codes(values: readonly unknown[]): Html {
  return html`${values.map((value, index) => [index > 0 && ', ', html`<code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`])}`;
}

function counted(value: unknown, one: string, many = `${one}s`): string {
  return `${String(value)} ${value === 1 ? one : many}`;
}
