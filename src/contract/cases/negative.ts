/** Requests that break one constraint each, kept only when the request as it stands on the wire is proven to break it. */
import { type OperationId, operations } from '../../../generated/operations.ts';
import { validators as standalone } from '../../../generated/validators.js';
import type { OpenApiDocument } from '../document.ts';
import { pointer } from '../pointer.ts';
import { type Validators, violationsOf } from '../validator.ts';
import { requestConstraints, type Violation } from '../violations.ts';
import { owned } from './bodies.ts';
import { type Case, filled, frame, insideJson, JSON_HEADERS, type Proof } from './case.ts';
import type { Setting } from './positive.ts';

/** Why no request is made for a constraint. */
export interface NotSent {
  readonly operation: OperationId;
  readonly spec: string;
  readonly keyword: string;
  readonly because: string;
}

export interface NegativeCases {
  readonly cases: readonly Case[];
  readonly notSent: readonly NotSent[];
}

/** @throws Error when a violating body turns out to keep the contract on the wire: the derivation is wrong then. */
export function negativeCases({ document, merchantId }: Setting): NegativeCases {
  const { violations, unbreakable } = requestConstraints(document);
  const nulls = nullViolations(document, violations);
  const cases: Case[] = [];
  const notSent: NotSent[] = [...unbreakable];
  for (const violation of [...violations, ...nulls]) {
    const { operation, spec, keyword } = violation;
    if (violation.at[0] === 'path') {
      notSent.push({ operation, spec, keyword, because: 'an empty segment makes another path of it' });
      continue;
    }
    cases.push(negativeCase(violation, merchantId));
  }
  return { cases, notSent };
}

/** `null` is a type of its own, and what many languages send for a value that is not there. */
function nullViolations(document: OpenApiDocument, violations: readonly Violation[]): readonly Violation[] {
  return violations
    .filter(({ keyword, at }) => keyword === 'type' && at.length > 0)
    .map((violation) => ({ ...violation, body: replaced(violation.body, violation.at.slice(1), null) }))
    .filter(({ spec }) => ![typeAt(document, spec)].flat().includes('null'));
}

function typeAt(document: OpenApiDocument, spec: string): unknown {
  return spec
    .split('/')
    .slice(1)
    .reduce<unknown>((value, part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    }, document);
}

function replaced(body: unknown, at: readonly string[], value: unknown): unknown {
  const [first, ...rest] = at;
  if (first === undefined) return value;
  const members: Readonly<Record<string, unknown>> = { ...(typeof body === 'object' ? body : {}) };
  return { ...members, [first]: replaced(members[first], rest, value) };
}

function negativeCase(violation: Violation, merchantId: number | undefined): Case {
  const { operation, spec, keyword, at } = violation;
  const slot = operation === 'createPayment' ? 'card' : operation === 'updateCustomer' ? 'refused' : 'main';
  const place = pointer(...at.slice(1));
  const isNull = valueIn(violation.body, at.slice(1)) === null && keyword === 'type';
  const id = `${operation}/violation${spec}${isNull ? '/null' : ''}`;
  const title = `${at.length === 0 ? 'no body' : place === '' ? 'the body' : place.slice(1)} breaks ${keyword}${isNull ? ' by null' : ''}`;
  const common = { ...frame(operation, slot), id, cause: 'refuses-violation', title, spec } as const;
  if (violation.body === undefined) return { ...common, headers: {}, ...proofOfAbsence(place, keyword) };
  const name = `${operation}-refused-${shortHash(id)}`;
  const body = JSON.stringify(owned(operation, violation.body, { name, slot, merchantId }));
  return { ...common, headers: JSON_HEADERS, body, proof: provenOnTheWire(operation, body, place, keyword) };
}

function proofOfAbsence(place: string, keyword: string): { readonly proof: Proof } {
  return { proof: { pointer: place, keyword, wire: '', besides: [] } };
}

/**
 * Reads the body back as a server would and judges it anew.
 *
 * @throws Error when it does not break the keyword at the place, or breaks anything at another place.
 */
export function provenOnTheWire(
  operation: OperationId,
  body: string,
  place: string,
  keyword: string,
  validators: Validators = standalone,
): Proof {
  const wire = filled(body, () => 'x', insideJson);
  const entry = operations[operation];
  const schema = 'request' in entry ? entry.request.schema : undefined;
  if (schema === undefined) throw new Error(`${operation} has no body to break`);
  const found = violationsOf(validators, schema, JSON.parse(wire));
  const here = found.filter(({ instancePath }) => instancePath === place);
  if (!here.some((error) => error.keyword === keyword) || here.length !== found.length) {
    const got = found.map((error) => `${error.keyword} at "${error.instancePath}"`).join(', ');
    throw new Error(
      `${operation}: the request does not break ${keyword} at "${place}" alone: ${got || 'nothing'}`,
    );
  }
  const besides = here.map((error) => error.keyword).filter((other) => other !== keyword);
  return { pointer: place, keyword, wire, besides };
}

function valueIn(body: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );
}

/** Tells references of many cases apart without their long names. */
function shortHash(text: string): string {
  let hash = 5381;
  for (let index = 0; index < text.length; index += 1) hash = ((hash * 33) ^ text.charCodeAt(index)) >>> 0;
  return hash.toString(36);
}
