/** routes.ts: the few facts of each operation that sending it and reading its success take, and the servers. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';
import { GenerateFailure } from './failure.ts';
import { type OperationEntry, operationsTable } from './operations.ts';
import { literal } from './operations-module.ts';

interface Route extends Pick<OperationEntry, 'method' | 'path'> {
  readonly body: boolean;
  readonly success: { readonly pointer: string; readonly mediaType?: string };
}

const TYPES = `/** An operation as far as a client needs it at run time; operations.ts says everything else. */
export interface Route {
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
  readonly path: string;
  /** A request has a body. */
  readonly body: boolean;
  /** The documented success; \`pointer\` is its JSON Pointer in openapi.json. One without a body has no \`mediaType\`. */
  readonly success: { readonly pointer: string; readonly mediaType?: string };
}`;

export function routesModule(document: OpenApiDocument): string {
  const sections = [
    TYPES,
    `/** The operations by their ids. It stands apart from operations.ts, which is ten times larger, so that a client stays small. */\nexport const routes = ${literal(routesTable(document))} as const satisfies Record<string, Route>;`,
    `/** Base addresses by environment. */\nexport const servers = ${literal(serversByEnvironment(document))} as const;`,
  ];
  return withHeader('ts', `${sections.join('\n\n')}\n`);
}

export function routesTable(document: OpenApiDocument): Readonly<Record<string, Route>> {
  const table = Object.entries(operationsTable(document)).map(([id, operation]) => [id, routeOf(operation)]);
  return Object.fromEntries(table);
}

function routeOf({ method, path, request, success, responses }: OperationEntry): Route {
  const response = responses[success];
  if (response === undefined) throw new Error(`the table has no response ${success} of ${method} ${path}`);
  const { pointer, mediaType } = response;
  return {
    method,
    path,
    body: request !== undefined,
    success: mediaType === undefined ? { pointer } : { pointer, mediaType },
  };
}

function serversByEnvironment(document: OpenApiDocument): Readonly<Record<string, string>> {
  const servers: Record<string, string> = {};
  for (const [index, server] of (document.servers ?? []).entries()) {
    const environment = server['x-environment'];
    if (typeof environment !== 'string' || Object.hasOwn(servers, environment)) {
      throw new GenerateFailure(`openapi #/servers/${index}: give the server an x-environment of its own`);
    }
    servers[environment] = server.url;
  }
  return servers;
}
