/** Requests that call no operation: what broke, and what the contract's errors have to say to it. */
import type { OperationId } from '../../generated/operations.ts';
import { shown } from '../contract/finding.ts';
import { pointer } from '../contract/pointer.ts';
import type { Route } from '../contract/route.ts';
import type { GivenAnswer } from './answers.ts';
import { type Breach, breach } from './breach.ts';

export interface Stray {
  readonly breach: Breach;
  /** The operation whose documented errors answer it. */
  readonly operation: OperationId;
  readonly answer: GivenAnswer;
}

export function stray(route: Exclude<Route, { kind: 'operation' }>, method: string, pathname: string): Stray {
  const place = { of: 'request', operation: undefined } as const;
  if (route.kind === 'unknown') {
    const what = { rule: 'path', spec: '/paths', at: 'path', expected: 'a documented path' };
    return {
      breach: breach({ ...place, ...what, got: shown(pathname) }, 'request'),
      operation: 'retrieveCustomer',
      answer: { status: 404 },
    };
  }
  const { path, operations } = route;
  const allowed = operations.map(({ method }) => method);
  const what = { rule: 'method', spec: pointer('paths', path), at: `method of ${path}` };
  return {
    breach: breach({ ...place, ...what, expected: `one of ${allowed.join(', ')}`, got: method }, 'request'),
    operation: operations[0].id,
    // RFC 9110, section 15.5.6: a 405 names the methods that would do.
    answer: { status: 405, headers: { allow: allowed.join(', ') } },
  };
}
