/** Watches the exchanges of a run and counts what each one shows of the contract. */
import { type OperationDescription, type OperationId, operations } from '../../../generated/operations.ts';
import type { Cases } from '../cases/all.ts';
import type { OpenApiDocument } from '../document.ts';
import type { Exchange } from '../exchange.ts';
import { pointer, segmentsOf, valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import { requestConstraints } from '../violations.ts';
import type { Coverage, CoverageItem, Waiver } from './coverage.ts';
import { coverageItems, itemId, type ResponsePlace, responsePlaces } from './items.ts';

export interface Witness {
  /** Any answer. */
  answered(exchange: Exchange): void;
  /** A request that kept the contract, and was taken. */
  accepted(operation: OperationId, body: string): void;
  /** A request that broke the constraint at a pointer, and was refused as it must be. */
  refused(operation: OperationId, spec: string): void;
  /** @param today `YYYY-MM-DD`; a waiver whose last day is before it holds no more. */
  coverage(waivers: readonly Waiver[], today: string): Coverage;
}

/** Of a long list the latest entries speak for all: they are the run's own, in every variety. */
const MOST_ENTRIES = 20;

export function openWitness(document: OpenApiDocument, cases: Cases): Witness {
  const counts = new Map<string, number>();
  const count = (id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  const places = new Map<string, readonly ResponsePlace[]>();
  const placesOf = (schema: string): readonly ResponsePlace[] => {
    const known = places.get(schema) ?? responsePlaces(document, schema);
    places.set(schema, known);
    return known;
  };
  const { violations, unbreakable } = requestConstraints(document);

  return {
    answered({ operation, response }) {
      const described: OperationDescription = operations[operation];
      const own = String(response.status);
      const status = described.responses[own] !== undefined ? own : response.status >= 400 ? 'default' : own;
      count(itemId('response', operation, status, 'answered'));
      const schema = described.responses[status]?.schema;
      const json = jsonOf({ response });
      if (schema === undefined || json === undefined) return;
      const body = Array.isArray(json) && json.length > MOST_ENTRIES ? json.slice(-MOST_ENTRIES) : json;
      for (const place of placesOf(schema)) {
        for (const side of new Set(sidesOf(body, place))) {
          const at = place.place === '' ? status : `${status} ${place.place}`;
          if (place.known.includes(side)) count(itemId('value', operation, at, side));
          else count(itemId(place.kind, operation, at, side));
        }
      }
    },
    accepted(operation, body) {
      const json = body === '' ? undefined : JSON.parse(body);
      for (const violation of violations) {
        if (violation.operation !== operation) continue;
        const { at, spec } = violation;
        const inBody = at[0] === 'body';
        if (inBody && valueAt(json, pointer(...at.slice(1))) === undefined) continue;
        if (at.length === 0 && json === undefined) continue;
        count(itemId('keyword', operation, `${at.join('/') || 'body'} ${spec}`, 'kept'));
      }
      for (const one of unbreakable) {
        if (one.operation === operation) count(itemId('keyword', operation, `any ${one.spec}`, 'kept'));
      }
      for (const [at, value] of textsIn(json)) count(itemId('value', operation, `request ${at}`, value));
    },
    refused(operation, spec) {
      for (const violation of violations) {
        if (violation.operation !== operation || violation.spec !== spec) continue;
        count(itemId('keyword', operation, `${violation.at.join('/') || 'body'} ${spec}`, 'broken'));
      }
    },
    coverage(waivers, today) {
      const items = coverageItems(document, cases).map((item): CoverageItem => {
        const witnessed = counts.get(item.id) ?? 0;
        const { unreachable, ...rest } = item;
        const reason = witnessed > 0 ? undefined : (unreachable ?? otherForm(item.id, counts));
        const waiver = waivers.find((one) => covers(one, item.id) && one.until >= today);
        return {
          ...rest,
          witnessed,
          ...(reason === undefined ? {} : { unreachable: reason }),
          ...(waiver === undefined ? {} : { waiver: { reason: waiver.reason, until: waiver.until } }),
        };
      });
      const gaps = items
        .filter((item) => item.witnessed === 0 && item.unreachable === undefined && item.waiver === undefined)
        .map(({ id }) => id);
      return { items, gaps };
    },
  };
}

/** The contract gives a value that does not exist two forms; a server that has shown one of them need not use the other. */
function otherForm(id: string, counts: ReadonlyMap<string, number>): string | undefined {
  if (id.endsWith(' null') && counts.has(id.replace(/ null$/, ' absent')))
    return 'this server leaves out what has no value';
  if (id.endsWith(' absent') && counts.has(id.replace(/ absent$/, ' null')))
    return 'this server sends null for what has no value';
  return undefined;
}

function covers({ item }: Waiver, id: string): boolean {
  return item.endsWith('*') ? id.startsWith(item.slice(0, -1)) : item === id;
}

/** What a body shows of one described place; a list shows it once for each element. */
function* sidesOf(body: unknown, { place, kind, known }: ResponsePlace): Generator<string> {
  const segments = segmentsOf(place);
  if (kind === 'array') {
    for (const value of valuesAt(body, segments)) {
      if (Array.isArray(value)) yield value.length === 0 ? 'empty' : 'filled';
    }
    return;
  }
  const name = segments.at(-1) ?? '';
  for (const parent of valuesAt(body, segments.slice(0, -1))) {
    if (typeof parent !== 'object' || parent === null) continue;
    const value: unknown = Object.hasOwn(parent, name) ? Reflect.get(parent, name) : undefined;
    yield value === undefined ? 'absent' : value === null ? 'null' : 'present';
    if (typeof value === 'string' && known.includes(value)) yield value;
  }
}

function* valuesAt(value: unknown, segments: readonly string[]): Generator<unknown> {
  const [first, ...rest] = segments;
  if (first === undefined) {
    yield value;
  } else if (first === '*') {
    if (Array.isArray(value)) for (const item of value) yield* valuesAt(item, rest);
  } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, first)) {
    yield* valuesAt(Reflect.get(value, first), rest);
  }
}

function* textsIn(value: unknown, place = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [place, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) yield* textsIn(member, `${place}${pointer(name)}`);
}
