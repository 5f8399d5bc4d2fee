/** known-values.ts: the known values of the open lists, as constants. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';
import { literal } from './operations-module.ts';

export function knownValuesModule(document: OpenApiDocument): string {
  const sections = [
    `/**
 * The known values of the open lists, by model and property. Servers may send, and accept, others.
 *
 * @example
 * \`\`\`ts
 * for (const currency of knownValues.Amount.currency) console.log(currency);
 * \`\`\`
 */`,
    `export const knownValues = ${literal(knownValues(document))} as const;`,
  ];
  return withHeader('ts', `${sections.join('\n')}\n`);
}

export function knownValues(
  document: OpenApiDocument,
): Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> {
  const models = Object.entries(document.components?.schemas ?? {}).flatMap(([model, schema]) => {
    const lists = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const known = '$ref' in property ? undefined : property['x-extensible-enum'];
      return Array.isArray(known) ? [[name, known] as const] : [];
    });
    return lists.length === 0 ? [] : [[model, Object.fromEntries(lists)] as const];
  });
  return Object.fromEntries(models);
}
