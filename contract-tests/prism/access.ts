/** What must be refused whatever the request says: no credentials, another scheme, undeclared methods, unreadable bodies. */

import type { OperationId } from '../../generated/operations.ts';
import { curl } from '../../src/contract/curl.ts';
import { METHODS } from '../../src/contract/document.ts';
import { shown } from '../../src/contract/finding.ts';
import { BreachError, type Check } from './check.ts';
import { AUTHORIZATION, bare } from './observe.ts';
import { described, examplePath, filledPath, firstRequestExample, OPERATION_IDS } from './plan.ts';
import { proveEqual, proveKept } from './prove.ts';

export function accessChecks(): readonly Check[] {
  return OPERATION_IDS.flatMap((operation) => [
    unauthorized(operation, 'no-credentials', 'without credentials', {}),
    unauthorized(operation, 'wrong-scheme', 'with another scheme', { authorization: 'Bearer contract-test' }),
  ]);
}

function unauthorized(
  operation: OperationId,
  id: string,
  title: string,
  headers: Record<string, string>,
): Check {
  return {
    id: `${operation}/${id}`,
    operation,
    section: 'access',
    title: `refused ${title}`,
    run: async ({ url, runtime }) => {
      const body = firstRequestExample(operation);
      const exchange = await bare(url, operation, {
        method: described(operation).method.toUpperCase(),
        path: filledPath(operation, examplePath(operation)),
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const spec = described(operation).responses['401']?.pointer ?? described(operation).pointer;
      proveEqual(exchange, { spec, at: 'status', expected: 401, got: exchange.response.status });
      proveKept(exchange, runtime);
      return { proven: ['401'] };
    },
  };
}

/** `trace` cannot be sent by fetch; `head` and `options` have meanings of their own in HTTP that the contract leaves alone. */
const UNSENT = new Set<string>(['trace', 'head', 'options']);

/** One check per path, under the first operation that the path has. */
export function methodChecks(): readonly Check[] {
  return [...operationsByPath().values()].flatMap((ids) => {
    const [operation] = ids;
    if (operation === undefined) return [];
    const declared = new Set<string>(ids.map((id) => described(id).method));
    return METHODS.filter((method) => !declared.has(method) && !UNSENT.has(method)).map(
      (method): Check => ({
        id: `${operation}/undeclared-method/${method}`,
        operation,
        section: 'access',
        title: `refused as ${method.toUpperCase()}`,
        run: async ({ url }) => {
          const exchange = await bare(url, operation, {
            method: method.toUpperCase(),
            path: filledPath(operation, examplePath(operation)),
            headers: { authorization: AUTHORIZATION },
          });
          const spec = described(operation).pointer.replace(/\/[^/]+$/, '');
          proveEqual(exchange, { spec, at: 'status', expected: 405, got: exchange.response.status });
          return { proven: ['405'] };
        },
      }),
    );
  });
}

function operationsByPath(): Map<string, OperationId[]> {
  const groups = new Map<string, OperationId[]>();
  for (const id of OPERATION_IDS)
    groups.set(described(id).path, [...(groups.get(described(id).path) ?? []), id]);
  return groups;
}

/** Bodies that are not JSON, and bodies that say they are not: refused with a 4xx, and within the time-out of the request. */
export function unreadableBodyChecks(): readonly Check[] {
  const withBody = OPERATION_IDS.filter((operation) => described(operation).request !== undefined);
  return withBody.flatMap((operation) => [
    unreadable(operation, 'malformed-json', 'application/json', '{"email":'),
    unreadable(operation, 'wrong-media-type', 'text/plain', JSON.stringify(firstRequestExample(operation))),
  ]);
}

function unreadable(operation: OperationId, id: string, mediaType: string, body: string): Check {
  return {
    id: `${operation}/${id}`,
    operation,
    section: 'wire',
    title: `refuses ${id.replaceAll('-', ' ')}`,
    run: async ({ url }) => {
      const exchange = await bare(url, operation, {
        method: described(operation).method.toUpperCase(),
        path: filledPath(operation, examplePath(operation)),
        headers: { authorization: AUTHORIZATION, 'content-type': mediaType },
        body,
      });
      const { status } = exchange.response;
      if (status < 400 || status > 499) {
        throw new BreachError({
          operation,
          spec: `${described(operation).pointer}/requestBody/content`,
          at: 'status',
          expected: 'a 4xx',
          got: shown(status),
          curl: curl(exchange.request),
        });
      }
      return { proven: [String(status)] };
    },
  };
}
