/** routes.ts: what it takes to send an operation, to read its success and to print its request, and the servers. */
import { type LocatedOperation, type OpenApiDocument, operationsOf } from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';
import { GenerateFailure } from './failure.ts';
import { type OperationEntry, operationsTable } from './operations.ts';
import { literal } from './operations-module.ts';
import { type Visible, visibleBody, visibleParameters } from './visible.ts';

interface Route extends Pick<OperationEntry, 'method' | 'path' | 'success'> {
  readonly mediaType?: string | undefined;
  readonly shown?: readonly string[] | undefined;
  readonly body?: Visible | undefined;
}

const TYPES = `/** What may be printed of a value. \`true\`: all of it. An object: those of its members that stand here. Anything else is masked. */
export type Visible = true | { readonly [name: string]: Visible };

/** An operation as far as a client needs it at run time; operations.ts says everything else. */
export interface Route {
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
  readonly path: string;
  /** Status of the documented success. */
  readonly success: string;
  /** Media type of the success; absent where it has no body. */
  readonly mediaType?: string;
  /** Path parameters that may be printed; absent for none. */
  readonly shown?: readonly string[];
  /** What may be printed of a request's body; absent where a request has none. */
  readonly body?: Visible;
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
  const table = operationsTable(document);
  return Object.fromEntries(
    [...operationsOf(document)].map((located) => {
      const id = located.operation.operationId;
      const entry = table[id];
      if (entry === undefined) throw new Error(`the table of operations has no ${id}`);
      return [id, routeOf(document, located, entry)];
    }),
  );
}

/** Members that are `undefined` are not written. */
function routeOf(document: OpenApiDocument, located: LocatedOperation, entry: OperationEntry): Route {
  const { method, path, success, responses } = entry;
  const shown = visibleParameters(document, located);
  return {
    method,
    path,
    success,
    mediaType: responses[success]?.mediaType,
    shown: shown.length > 0 ? shown : undefined,
    body: visibleBody(document, located),
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
