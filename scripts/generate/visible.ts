/** visible.ts: which values of a request may be printed, from what the spec marks `x-sensitive`. */
import {
  type LocatedOperation,
  type OpenApiDocument,
  operationsOf,
  parametersOf,
  type Reference,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';
import { literal } from './operations-module.ts';

type Visible = true | { readonly [name: string]: Visible };

interface VisibleRequest {
  /** Path parameters that may be printed. */
  readonly path: readonly string[];
  /** Members of the body that may be printed; absent members may not. */
  readonly body: Visible;
}

export function visibleModule(document: OpenApiDocument): string {
  const table = Object.fromEntries(
    [...operationsOf(document)].map((located) => [
      located.operation.operationId,
      visibleRequest(document, located),
    ]),
  );
  const sections = [
    `import type { OperationId } from './operations.ts';`,
    `/** \`true\`: the value may be printed. An object: those of its members that stand here. Anything else is masked. */\nexport type Visible = true | { readonly [name: string]: Visible };`,
    `export interface VisibleRequest {\n  readonly path: readonly string[];\n  readonly body: Visible;\n}`,
    `/** What may be printed of each operation's request: everything described and not marked \`x-sensitive\`. */\nexport const visible: Readonly<Record<OperationId, VisibleRequest>> = ${literal(table)};`,
  ];
  return withHeader('ts', `${sections.join('\n\n')}\n`);
}

function visibleRequest(document: OpenApiDocument, located: LocatedOperation): VisibleRequest {
  const path = parametersOf(document, located)
    .filter((parameter) => resolve<SchemaObject>(document, parameter.schema)['x-sensitive'] !== true)
    .map(({ name }) => name);
  const media = Object.values(located.operation.requestBody?.content ?? {});
  const bodies = media.map(({ schema }) => visiblePart(document, schema) ?? {});
  return { path, body: Object.assign({}, ...bodies) };
}

/** What may be printed of a value; `undefined` when nothing may. Maps are free text of the caller, so they may not. */
export function visiblePart(document: OpenApiDocument, given: SchemaObject | Reference): Visible | undefined {
  const schema = resolve<SchemaObject>(document, given);
  if (schema['x-sensitive'] === true || schema.additionalProperties !== undefined) return undefined;
  if (schema.items !== undefined) return visiblePart(document, schema.items);
  if (schema.properties === undefined) return true;
  const members = Object.entries(schema.properties).flatMap(([name, property]) => {
    const part = visiblePart(document, property);
    return part === undefined ? [] : [[name, part] as const];
  });
  return Object.fromEntries(members);
}
