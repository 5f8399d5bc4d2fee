/** operations.ts: the table of operations with its types, the servers, and what the table was generated from. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';
import { complete } from './complete.ts';
import { type OperationEntry, operationsTable } from './operations.ts';

const TYPES = `/** A parameter of an operation; \`schema\` is a JSON Pointer into openapi.json, as everywhere in this file. */
export interface ParameterDescription {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: string;
  readonly example: unknown;
}

export interface RequestDescription {
  readonly required: boolean;
  readonly mediaType: string;
  readonly schema: string;
  readonly model: string;
  /** Component example by the key under which the operation shows it. */
  readonly examples: Readonly<Record<string, string>>;
}

export interface HeaderDescription {
  readonly required: boolean;
  readonly schema: string;
}

/** A response; one without a body has no \`mediaType\`, \`schema\`, \`model\`, \`list\` and \`bodyOptional\`. */
export interface ResponseDescription {
  readonly mediaType?: string;
  /** The server may leave out the documented body. */
  readonly bodyOptional?: boolean;
  readonly schema?: string;
  /** Component schema of the body, or of the items of a list. */
  readonly model?: string;
  readonly list?: boolean;
  readonly headers: Readonly<Record<string, HeaderDescription>>;
  readonly examples: Readonly<Record<string, string>>;
  readonly pointer: string;
}

export interface OperationDescription {
  readonly id: string;
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly pointer: string;
  readonly parameters: readonly ParameterDescription[];
  readonly request?: RequestDescription;
  readonly success: string;
  readonly responses: Readonly<Record<string, ResponseDescription>>;
}
`;

/** @param bundleText the text of openapi.json, whose digest the module names */
export function operationsModule(document: OpenApiDocument, bundleText: string): string {
  const { title, version } = document.info;
  const sha256 = createHash('sha256').update(bundleText).digest('hex');
  const table = operationsTable(document);
  const sections = [
    TYPES,
    `/** The table, as exactly as its values are known. */\nexport type Operations = ${literalType(table)};`,
    completion(),
    `/** The operations without what follows from the rest, which is most of it: a program carries them along. */\nconst rows: Readonly<Record<string, OperationRow>> = ${literal(rowsOf(table))};`,
    `const table = Object.entries(rows).map(([id, row]) => [id, complete(id, row)]);\n\n/** The operations by their ids. The command that writes this file compares them with the type. */\nexport const operations = Object.fromEntries(table) as Operations;`,
    'export type OperationId = keyof Operations;',
    `export { servers } from './routes.ts';`,
    `/** What this module was generated from; \`sha256\` is the digest of openapi.json beside it. */\nexport const contract = ${literal({ title, version, sha256 })} as const;`,
  ];
  return withHeader('ts', `${sections.join('\n\n')}\n`);
}

type Rows = Readonly<Record<string, Parameters<typeof complete>[1]>>;

/**
 * The rows of a table of operations: whatever `complete` would put back is left out.
 *
 * @throws Error when the completed rows are not the table.
 */
export function rowsOf(table: Readonly<Record<string, OperationEntry>>): Rows {
  const rows = mapValues(table, ({ id, request, responses, ...entry }) => {
    const { method, path } = entry;
    const bare = complete(id, {
      method,
      path,
      ...(request && { request: { model: request.model } }),
      responses: mapValues(responses, ({ model }) => (model === undefined ? {} : { model })),
    });
    return {
      method,
      path,
      ...unlike(entry, { ...bare, method: undefined, path: undefined }),
      ...(request && { request: { model: request.model, ...unlike(request, { ...bare.request }) } }),
      responses: mapValues(responses, (response, status) => ({
        ...(response.model && { model: response.model }),
        ...unlike(response, { ...bare.responses[status] }),
      })),
    };
  });
  const completed = mapValues(rows, (row, id) => complete(id, row));
  if (!isDeepStrictEqual(completed, table)) throw new Error('the rows of operations.ts lose something');
  return rows;
}

/** The members of an object that are not what they usually are. */
function unlike(object: object, usual: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([name, value]) => !isDeepStrictEqual(value, usual[name])),
  );
}

function mapValues<V, R>(
  record: Readonly<Record<string, V>>,
  map: (value: V, key: string) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** The code of complete.ts, without its first comment and its exports. */
function completion(): string {
  const code = readFileSync(new URL('complete.ts', import.meta.url), 'utf8');
  return code.slice(code.indexOf('type Row')).replace('export function', 'function').trim();
}

/** A value as the type that only this value has. */
function literalType(value: unknown): string {
  return literal(value)
    .replaceAll(/^( *)(\S+): /gm, '$1readonly $2: ')
    .replaceAll(/: \[/g, ': readonly [');
}

/**
 * A value as a TypeScript literal. JSON is a subset of JavaScript's expressions; only the quotes around plain keys, which
 * always begin a line here, are dropped for the reader.
 */
export function literal(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/^( *)"([A-Za-z_$][\w$]*)":/gm, '$1$2:');
}
