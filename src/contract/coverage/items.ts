/** Everything that a run can witness of a document, before it has witnessed any of it. */
import type { OperationDescription, OperationId } from '../../../generated/operations.ts';
import { operations } from '../../../generated/operations.ts';
import type { Cases } from '../cases/all.ts';
import { OPERATION_IDS } from '../cases/case.ts';
import {
  isReference,
  type OpenApiDocument,
  operationsOf,
  type Reference,
  resolve,
  type SchemaObject,
} from '../document.ts';
import { pointer, valueAt } from '../pointer.ts';
import { reachableSchemas, requestConstraints } from '../violations.ts';
import type { CoverageItem } from './coverage.ts';

export type Item = Omit<CoverageItem, 'witnessed' | 'waiver'>;

/** A value in an answer that the contract describes, and what a run can see of it. */
export interface ResponsePlace {
  readonly spec: string;
  /** Pointer into the body, `*` for each element of a list. */
  readonly place: string;
  readonly kind: 'property' | 'array';
  readonly required: boolean;
  readonly nullable: boolean;
  readonly known: readonly string[];
}

export function itemId(kind: Item['kind'], operation: OperationId, place: string, side: string): string {
  return `${kind} ${operation} ${place} ${side}`;
}

export function coverageItems(document: OpenApiDocument, { cases }: Pick<Cases, 'cases'>): readonly Item[] {
  const settable = settableNames(document);
  const covered = new Set(cases.filter(({ proof }) => proof !== undefined).map(({ spec }) => spec));
  const fromResponses = OPERATION_IDS.flatMap((operation) => responseItems(document, operation, settable));
  return [...fromResponses, ...keywordItems(document, covered), ...requestValues(document)];
}

function responseItems(
  document: OpenApiDocument,
  operation: OperationId,
  settable: ReadonlySet<string>,
): readonly Item[] {
  const described: OperationDescription = operations[operation];
  return Object.entries(described.responses).flatMap(([status, response]): readonly Item[] => {
    const unreachable = unreachableResponse(described, status);
    const make = (kind: Item['kind'], spec: string, place: string, side: string, because?: string): Item => {
      const reason = unreachable ?? because;
      const full = place === '' ? status : `${status} ${place}`;
      return {
        id: itemId(kind, operation, full, side),
        kind,
        operation,
        spec,
        place: full,
        side,
        ...(reason === undefined ? {} : { unreachable: reason }),
      };
    };
    const own = make('response', response.pointer, '', 'answered');
    if (response.schema === undefined) return [own];
    const isSuccess = status === described.success;
    const places = responsePlaces(document, response.schema);
    return [
      own,
      ...places.flatMap(({ kind, spec, place, required, nullable, known }): readonly Item[] => {
        if (kind === 'array') {
          const never =
            described.parameters.length === 0 && place === '' ? 'the client has customers' : undefined;
          const chosen = place === '' ? undefined : 'the server decides what the list holds';
          return [
            make('array', spec, place, 'filled', chosen),
            make('array', spec, place, 'empty', chosen ?? never),
          ];
        }
        const name = place.slice(place.lastIndexOf('/') + 1);
        const unset =
          required || settable.has(name) || !isSuccess ? undefined : 'no request of the contract sets it';
        // Only a customer can be made without a value; what an instrument or a session has, the server decides.
        const chosen =
          described.tag === 'Customers' && settable.has(name)
            ? undefined
            : 'the server decides whether there is a value';
        return [
          make('property', spec, place, 'present', unset),
          ...(nullable ? [make('property', spec, place, 'null', chosen)] : []),
          ...(required ? [] : [make('property', spec, place, 'absent', chosen)]),
          ...known.map((value) => make('value', spec, place, value, 'the server chooses the value')),
        ];
      }),
    ];
  });
}

function unreachableResponse({ request }: OperationDescription, status: string): string | undefined {
  if (status === 'default') return 'only an unexpected failure shows it';
  if (status === '400' && request === undefined) return 'no request of this operation can break a constraint';
  return undefined;
}

/** The described places of a body, each once; what stands below an open object is nobody's. */
export function responsePlaces(document: OpenApiDocument, schema: string): readonly ResponsePlace[] {
  const found: ResponsePlace[] = [];
  const walk = (
    given: SchemaObject | Reference,
    writtenAt: string,
    place: string,
    required: boolean,
  ): void => {
    const spec = isReference(given) ? given.$ref.slice(1) : writtenAt;
    const resolved = resolve<SchemaObject>(document, given);
    const types = [resolved.type ?? []].flat();
    const nullable = types.includes('null');
    const known = resolved['x-extensible-enum'] ?? [];
    if (place !== '' && !place.endsWith('/*')) {
      found.push({ spec, place, kind: 'property', required, nullable, known });
    }
    if (resolved.items !== undefined) {
      found.push({ spec, place, kind: 'array', required, nullable, known: [] });
      walk(resolved.items, `${spec}/items`, `${place}/*`, true);
    }
    for (const [name, property] of Object.entries(resolved.properties ?? {})) {
      const isRequired = (resolved.required ?? []).includes(name);
      walk(property, `${spec}${pointer('properties', name)}`, `${place}${pointer(name)}`, isRequired);
    }
  };
  const root = valueAt(document, schema);
  if (typeof root !== 'object' || root === null) throw new Error(`no schema at ${schema}`);
  // The pointer of the table of operations names a schema of the same document.
  walk(root as SchemaObject | Reference, schema, '', true);
  return found;
}

/** Names of properties that some request can set, or that the server sets on its own account when it can. */
function settableNames(document: OpenApiDocument): ReadonlySet<string> {
  const names = [...operationsOf(document)].flatMap((located) =>
    reachableSchemas(document, located).flatMap(({ schema }) => Object.keys(schema.properties ?? {})),
  );
  return new Set(names);
}

function keywordItems(document: OpenApiDocument, covered: ReadonlySet<string>): readonly Item[] {
  const { violations, unbreakable } = requestConstraints(document);
  const pair = (
    { operation, spec, at }: { operation: OperationId; spec: string; at: readonly string[] },
    because: string | undefined,
  ): readonly Item[] => {
    const place = `${at.join('/') || 'body'} ${spec}`;
    const make = (side: string, reason?: string): Item => ({
      id: itemId('keyword', operation, place, side),
      kind: 'keyword',
      operation,
      spec,
      place,
      side,
      ...(reason === undefined ? {} : { unreachable: reason }),
    });
    return [make('kept'), make('broken', because)];
  };
  return [
    ...violations.flatMap((violation) =>
      pair(violation, covered.has(violation.spec) ? undefined : 'an empty segment makes another path of it'),
    ),
    ...unbreakable.flatMap(({ operation, spec, because }) => pair({ operation, spec, at: ['any'] }, because)),
  ];
}

/** The known values of open lists in requests: each is to be sent and accepted. */
function requestValues(document: OpenApiDocument): readonly Item[] {
  return [...operationsOf(document)].flatMap((located) => {
    // The table of operations is generated from the same document.
    const operation = located.operation.operationId as OperationId;
    return reachableSchemas(document, located).flatMap(({ schema, spec, at }) =>
      (schema['x-extensible-enum'] ?? []).map((value): Item => {
        const place = `request ${at}`;
        const outside = at === '/type' && value === 'checkout';
        return {
          id: itemId('value', operation, place, value),
          kind: 'value',
          operation,
          spec,
          place,
          side: value,
          ...(outside ? { unreachable: 'it needs members that the contract leaves out' } : {}),
        };
      }),
    );
  });
}
