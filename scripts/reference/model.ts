/** Models as tables of their properties, in place of a body and in the list of models. */
import { isReference, type Reference, resolve, type SchemaObject } from '../../src/contract/document.ts';
import { segmentsOf } from '../../src/contract/pointer.ts';
import { type Html, html, joined, nothing } from '../../src/contract/reports/markup.ts';
import type { Context } from './context.ts';
import type { PlannedModel } from './plan.ts';
import type { PlannedProperty } from './properties.ts';
import { restrictionsOf, typeOf, valuesOf } from './schema.ts';
import { type Row, table } from './table.ts';

const COLUMNS = ['Property', 'Type', 'Description', 'Source'];

/** One section per model; the rows carry the anchors of the properties. */
export function modelSections(context: Context): Html {
  return html`<section>
<h2 id="models">Models</h2>
${context.plan.models.map((model) => modelSection(context, model))}</section>
`;
}

function modelSection(context: Context, { anchor, name, place, schema, properties }: PlannedModel): Html {
  return html`<section class="model" id="${anchor}">
<h3><a href="#${anchor}">${name}</a> <span class="type">${typeOf(context, schema)}</span> ${flags(schema)}</h3>
${context.marks.optional([place])}
${context.markdown(schema.description)}${modelFacts(context, schema, place)}
${propertyTable(context, `Properties of ${name}`, properties, 'anchors')}</section>
`;
}

/** What holds for the object as a whole: which properties are required and on whose word, and its restrictions. */
export function modelFacts(context: Context, schema: SchemaObject, place: string): Html {
  const required = schema.required ?? [];
  const restrictions = restrictionsOf(schema);
  return html`${
    required.length > 0 &&
    html`<p class="facts">Required: ${joined(
      required.map((name) => html`<code>${name}</code>`),
      ', ',
    )}. ${context.marks.optional([`${place}/required`])}</p>\n`
  }${restrictions.length > 0 && html`<p class="facts">Restrictions: ${restrictions.join('; ')}.</p>\n`}${
    schema.additionalProperties === true && html`<p class="facts">Any properties may be present.</p>\n`
  }${valuesOf(schema)}`;
}

/**
 * The properties as a table.
 *
 * @param ids `anchors` where the rows are what links lead to, `links` where they repeat a model and point to it
 */
export function propertyTable(
  context: Context,
  caption: string,
  properties: readonly PlannedProperty[],
  ids: 'anchors' | 'links',
): Html {
  if (properties.length === 0) return nothing;
  return table(
    'properties',
    caption,
    COLUMNS,
    properties.map((property) => propertyRow(context, property, ids)),
  );
}

function propertyRow(context: Context, property: PlannedProperty, ids: 'anchors' | 'links'): Row {
  const { anchor, name, pointer, schema, required } = property;
  const resolved = resolve<SchemaObject>(context.document, schema);
  const cells = [
    html`<a class="name" href="#${anchor}"><code>${name}</code></a>
${required !== undefined && html`<span class="${required ? 'must' : 'may'}">${required ? 'required' : 'optional'}</span>`} ${flags(resolved)}`,
    html`<span class="type">${typeOf(context, schema)}</span>${restrictionList(isReference(schema) ? {} : resolved)}`,
    html`${context.markdown(resolved.description)}${valuesOf(resolved)}`,
    // The items of an array and the values of a map belong to the property that holds them.
    required === undefined ? context.marks.optional([pointer]) : context.marks.required([pointer]),
  ];
  return ids === 'anchors' ? { anchor, cells } : { cells };
}

export function restrictionList(schema: SchemaObject): Html {
  const restrictions = restrictionsOf(schema);
  return restrictions.length === 0
    ? nothing
    : html`<ul class="restrictions">${restrictions.map((restriction) => html`<li>${restriction}</li>`)}</ul>`;
}

/** The words for what a schema is marked with. */
export function flags(schema: SchemaObject): Html {
  return html`${schema['x-sensitive'] === true && html`<span class="flag sensitive">sensitive</span> `}${
    schema.deprecated === true && html`<span class="flag">deprecated</span> `
  }`;
}

/** The model that a schema is or lists, if it is a component. */
export function modelOf(context: Context, schema: SchemaObject | Reference): PlannedModel | undefined {
  const target = isReference(schema) ? schema : schema.items;
  if (target === undefined || !isReference(target)) return undefined;
  const name = segmentsOf(target.$ref).at(-1);
  return context.plan.models.find((model) => model.name === name);
}
