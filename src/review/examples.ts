/** The examples of two versions: which came, went or changed, and whether each fits the schema that it stands beside. */
import { isDeepStrictEqual } from 'node:util';
import {
  type ExampleObject,
  type OpenApiDocument,
  operationsOf,
  type ParameterObject,
  type Reference,
  type RequestBodyObject,
  type ResponseObject,
} from '../contract/document.ts';
import { pointer } from '../contract/pointer.ts';
import { located } from './place.ts';

/** What is wrong with a value under the schema at a pointer of a document; empty when nothing is. */
export type ExampleJudge = (document: OpenApiDocument, schema: string, value: unknown) => readonly string[];

export interface ExampleChange {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly name: string;
  readonly pointer: string;
  readonly side: 'old' | 'new';
  /** Violations in the new version; `undefined` where nothing judged it. */
  readonly violations: readonly string[] | undefined;
}

interface UsedExample {
  readonly name: string;
  readonly pointer: string;
  readonly value: unknown;
  /** Pointers of the schemas that it is an example of. */
  readonly schemas: ReadonlySet<string>;
}

export function exampleChanges(
  old: OpenApiDocument,
  now: OpenApiDocument,
  judge: ExampleJudge | undefined,
): readonly ExampleChange[] {
  const [before, after] = [examplesOf(old), examplesOf(now)];
  const gone = [...before.values()].filter((example) => !after.has(example.pointer));
  return [
    ...[...after.values()].flatMap((example): readonly ExampleChange[] => {
      const was = before.get(example.pointer);
      const violations = violationsOf(now, example, judge);
      const place = { name: example.name, pointer: example.pointer, side: 'new' } as const;
      if (was === undefined) return [{ ...place, kind: 'added', violations }];
      if (!isDeepStrictEqual(was.value, example.value)) return [{ ...place, kind: 'changed', violations }];
      // The example stayed and its schema moved away from under it.
      const broken = violations !== undefined && violations.length > 0;
      return broken ? [{ ...place, kind: 'changed', violations }] : [];
    }),
    ...gone.map(
      ({ name, pointer: place }): ExampleChange => ({
        kind: 'removed',
        name,
        pointer: place,
        side: 'old',
        violations: [],
      }),
    ),
  ];
}

function violationsOf(
  document: OpenApiDocument,
  { value, schemas }: UsedExample,
  judge: ExampleJudge | undefined,
): readonly string[] | undefined {
  if (judge === undefined) return undefined;
  return [...new Set([...schemas].flatMap((schema) => judge(document, schema, value)))];
}

/** By the place where they are written: an example that several bodies share is one. */
function examplesOf(document: OpenApiDocument): ReadonlyMap<string, UsedExample> {
  const found = new Map<string, UsedExample>();
  for (const { examples, place } of holdersOf(document)) {
    for (const [name, written] of Object.entries(examples ?? {})) {
      const at = located<ExampleObject>(document, written, `${place}${pointer('examples', name)}`);
      const schemas = new Set([...(found.get(at.pointer)?.schemas ?? []), `${place}/schema`]);
      found.set(at.pointer, {
        name: at.pointer.startsWith('/components/examples/') ? (at.pointer.split('/').at(-1) ?? name) : name,
        pointer: at.pointer,
        value: at.value.value,
        schemas,
      });
    }
  }
  return found;
}

interface Holder {
  readonly examples: Readonly<Record<string, ExampleObject | Reference>> | undefined;
  readonly place: string;
}

/** Whatever has a schema with examples beside it: media types, parameters, headers. */
function* holdersOf(document: OpenApiDocument): Generator<Holder> {
  for (const { operation, pathItem, pointer: at } of operationsOf(document)) {
    const shared = at.slice(0, at.lastIndexOf('/'));
    for (const [list, place] of [
      [pathItem.parameters, `${shared}/parameters`],
      [operation.parameters, `${at}/parameters`],
    ] as const) {
      for (const [index, written] of (list ?? []).entries()) {
        const parameter = located<ParameterObject>(document, written, `${place}/${index}`);
        yield { examples: parameter.value.examples, place: parameter.pointer };
      }
    }
    if (operation.requestBody !== undefined)
      yield* contents(located<RequestBodyObject>(document, operation.requestBody, `${at}/requestBody`));
    for (const [status, written] of Object.entries(operation.responses ?? {})) {
      const response = located<ResponseObject>(document, written, `${at}${pointer('responses', status)}`);
      yield* contents(response);
      for (const [name, one] of Object.entries(response.value.headers ?? {})) {
        const header = located(document, one, `${response.pointer}${pointer('headers', name)}`);
        yield { examples: header.value.examples, place: header.pointer };
      }
    }
  }
}

function* contents(holder: {
  readonly value: Pick<ResponseObject, 'content'>;
  readonly pointer: string;
}): Generator<Holder> {
  for (const [type, { examples }] of Object.entries(holder.value.content ?? {})) {
    yield { examples, place: `${holder.pointer}${pointer('content', type)}` };
  }
}
