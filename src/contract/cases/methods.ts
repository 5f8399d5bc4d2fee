/** Methods that a path does not have. */
import type { OperationId } from '../../../generated/operations.ts';
import { METHODS } from '../document.ts';
import { type Case, described, frame, OPERATION_IDS, slotPath } from './case.ts';

/** `trace` cannot be sent by fetch; `head` and `options` have meanings of their own in HTTP that the contract leaves alone. */
const UNSENT = new Set<string>(['trace', 'head', 'options']);

/** The vendor's pages name these operations. They are outside this contract, so only a server that has nothing else is asked. */
const OUTSIDE = new Set(['get /v1/sessions', 'get /v1/payments']);

export function methodCases(): readonly Case[] {
  return [...operationsByPath()].flatMap(([path, operations]) => {
    const [operation] = operations;
    if (operation === undefined) return [];
    const declared = new Set<string>(operations.map((id) => described(id).method));
    return METHODS.filter((method) => !declared.has(method) && !UNSENT.has(method)).map((method): Case => {
      const slot = path.includes('{token}') ? 'card' : 'main';
      return {
        ...frame(operation, slot),
        id: `${operation}/undeclared-method/${method}`,
        cause: 'undeclared-method',
        title: `as ${method.toUpperCase()}`,
        spec: described(operation).pointer.replace(/\/[^/]+$/, ''),
        method: method.toUpperCase(),
        path: slotPath(operation, slot),
        headers: {},
        // A server that has such an operation after all would carry it out.
        ...(method !== 'get' || OUTSIDE.has(`${method} ${path}`)
          ? { dangerous: `${method.toUpperCase()} on ${path} is not documented` }
          : {}),
      };
    });
  });
}

function operationsByPath(): ReadonlyMap<string, readonly OperationId[]> {
  const groups = new Map<string, OperationId[]>();
  for (const id of OPERATION_IDS)
    groups.set(described(id).path, [...(groups.get(described(id).path) ?? []), id]);
  return groups;
}
