/** operations.ts: the table of operations with its types, the servers, and what the table was generated from. */
import { createHash } from 'node:crypto';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';
import { operationsTable } from './operations.ts';

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
  const sections = [
    TYPES,
    `export const operations = ${literal(operationsTable(document))} as const satisfies Record<string, OperationDescription>;`,
    'export type OperationId = keyof typeof operations;',
    `export { servers } from './routes.ts';`,
    `/** What this module was generated from; \`sha256\` is the digest of openapi.json beside it. */\nexport const contract = ${literal({ title, version, sha256 })} as const;`,
  ];
  return withHeader('ts', `${sections.join('\n\n')}\n`);
}

/**
 * A value as a TypeScript literal. JSON is a subset of JavaScript's expressions; only the quotes around plain keys, which
 * always begin a line here, are dropped for the reader.
 */
export function literal(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/^( *)"([A-Za-z_$][\w$]*)":/gm, '$1$2:');
}
