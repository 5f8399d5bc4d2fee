/** The one place that says how ajv reads this contract; the generator and the contract tests share it. */

import { _, Name } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { formats } from '../../src/contract/formats.ts';

/** The variable under which the standalone code finds the functions of formats.ts. */
export const FORMATS_VARIABLE = 'contractFormats';

/**
 * An ajv that fails closed: an unknown keyword or format, a bad pattern, a rule that cannot apply are errors.
 * No strict check is relaxed, because the subset that the spec is written in needs none of the exceptions.
 */
export function contractAjv({ code }: { readonly code: boolean }): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    // Components are called and never copied into their users, which makes the standalone code a tenth smaller.
    inlineRefs: false,
    logger: false,
    code: code ? { source: true, esm: true, lines: true, formats: _`${new Name(FORMATS_VARIABLE)}` } : {},
  });
  // OpenAPI 3.1 dropped `nullable`, but ajv still obeys it: a leftover from 3.0 would widen the contract unseen.
  ajv.removeKeyword('nullable');
  addOpenApiVocabulary(ajv);
  addFormats(ajv);
  return ajv;
}

/** Annotations only, each by name, so that a misspelt keyword stays an error. */
function addOpenApiVocabulary(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: 'x-extensible-enum',
    schemaType: 'array',
    metaSchema: { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true },
  });
  ajv.addKeyword({ keyword: 'x-sensitive', schemaType: 'boolean', metaSchema: { type: 'boolean' } });
  for (const keyword of ['example', 'externalDocs', 'xml']) ajv.addKeyword(keyword);
}

function addFormats(ajv: Ajv2020): void {
  // ajv copies a regular expression into standalone code; functions come from formats.ts.
  ajv.addFormat('email', emailPattern());
  for (const [name, definition] of Object.entries(formats)) ajv.addFormat(name, definition);
}

/** The pattern that ajv-formats defines for `email`. */
export function emailPattern(): RegExp {
  const { email } = fullFormats;
  if (email instanceof RegExp) return email;
  throw new Error('ajv-formats no longer defines "email" as a regular expression');
}
