/** What a generated client must send and receive: every example of every operation, as it is and as it may become. */
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';
import { type OpenApiDocument, resolve } from '../../src/contract/document.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import { type Json, VARIANTS, type Variant } from './variants.ts';

/** What a program is told: which operation to call with what. The answer comes from the server alone. */
export interface Call {
  readonly index: number;
  readonly operation: OperationId;
  readonly customerId: string;
  readonly token: string;
  readonly body?: Json;
}

/** A call, and what the server answers and expects. */
export interface Step extends Call {
  /** Names of the examples and of the variant, for people. */
  readonly title: string;
  readonly variant: Variant;
  readonly method: string;
  /** Path below the base URL. */
  readonly path: string;
  readonly answer: { readonly status: number; readonly body?: Json };
  /** Both sides are word for word what the guide shows: nothing at all may change on the way. */
  readonly guide: boolean;
  /** JSON Pointer of the schema of the request body and of the answer. */
  readonly schemas: { readonly request?: string; readonly answer?: string };
}

interface Named {
  readonly name: string;
  readonly value: Json;
}

/** The credentials that every program sends. */
export const CREDENTIALS = { clientId: 'codegen', apiKey: 'not-a-real-key' } as const;

/** Every step, in the order of the operations; the index is the place in the list. */
export function planOf(document: OpenApiDocument): readonly Step[] {
  const steps: Step[] = [];
  const add = (step: Omit<Step, 'index'>): void => void steps.push({ ...step, index: steps.length });
  for (const operation of Object.values(operations)) {
    for (const step of [...successes(document, operation), ...failures(document, operation)]) add(step);
  }
  return steps;
}

/** Request and success examples side by side; the shorter list starts over. Without bodies there is nothing to vary. */
function* successes(
  document: OpenApiDocument,
  operation: OperationDescription,
): Generator<Omit<Step, 'index'>> {
  const response = operation.responses[operation.success];
  const requests = namedExamples(document, operation.request?.examples ?? {});
  const answers = namedExamples(document, response?.examples ?? {});
  const rounds = Math.max(requests.length, answers.length, 1);
  const varied: readonly Variant[] =
    answers.length === 0 ? ['as documented'] : Object.keys(VARIANTS).filter(isVariant);
  for (const variant of varied) {
    for (let round = 0; round < rounds; round += 1) {
      const request = requests.length === 0 ? undefined : requests[round % requests.length];
      const answer = answers.length === 0 ? undefined : answers[round % answers.length];
      yield stepOf(document, operation, {
        variant,
        status: Number(operation.success),
        schema: response?.schema,
        request,
        answer,
      });
    }
  }
}

/** Every documented failure; a body that the server may leave out is also left out once. */
function* failures(
  document: OpenApiDocument,
  operation: OperationDescription,
): Generator<Omit<Step, 'index'>> {
  const [request] = namedExamples(document, operation.request?.examples ?? {});
  for (const [key, response] of Object.entries(operation.responses)) {
    if (key === operation.success) continue;
    for (const answer of namedExamples(document, response.examples)) {
      const status = key === 'default' ? Number(Reflect.get(Object(answer.value), 'status')) : Number(key);
      for (const variant of Object.keys(VARIANTS).filter(isVariant)) {
        yield stepOf(document, operation, { variant, status, schema: response.schema, request, answer });
      }
    }
    if (response.bodyOptional === true) {
      yield stepOf(document, operation, {
        variant: 'as documented',
        status: Number(key),
        schema: undefined,
        request,
        answer: undefined,
      });
    }
  }
}

interface Sides {
  readonly variant: Variant;
  readonly status: number;
  /** Schema of the answer. */
  readonly schema: string | undefined;
  readonly request: Named | undefined;
  readonly answer: Named | undefined;
}

function stepOf(
  document: OpenApiDocument,
  operation: OperationDescription,
  sides: Sides,
): Omit<Step, 'index'> {
  const { variant, status, request, answer } = sides;
  const vary = (side: Named | undefined, schema: string | undefined): Json | undefined =>
    side === undefined || schema === undefined ? undefined : VARIANTS[variant](document, schema, side.value);
  const body = vary(request, operation.request?.schema);
  const answered = vary(answer, sides.schema);
  const parameters = Object.fromEntries(
    operation.parameters.map(({ name, example }) => [name, String(example)]),
  );
  const shown = [request?.name, answer?.name ?? `${status} without a body`].filter(
    (name) => name !== undefined,
  );
  return {
    // The keys of `operations` are the identifiers of its entries (generated that way).
    operation: operation.id as OperationId,
    title: `${operation.id} (${shown.join(' -> ')}), ${variant}`,
    variant,
    method: operation.method.toUpperCase(),
    path: operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(parameters[name] ?? ''),
    ),
    customerId: parameters['customerId'] ?? '',
    token: parameters['token'] ?? '',
    ...(body === undefined ? {} : { body }),
    answer: { status, ...(answered === undefined ? {} : { body: answered }) },
    guide: variant === 'as documented' && [request, answer].some((side) => side?.name.endsWith('Guide')),
    schemas: {
      ...(operation.request === undefined ? {} : { request: operation.request.schema }),
      ...(sides.schema === undefined ? {} : { answer: sides.schema }),
    },
  };
}

function isVariant(name: string): name is Variant {
  return Object.hasOwn(VARIANTS, name);
}

/** The component examples of an operation, without repetition. */
function namedExamples(
  document: OpenApiDocument,
  examples: Readonly<Record<string, string>>,
): readonly Named[] {
  return [...new Set(Object.values(examples))].map((name) => {
    const example = valueAt(document, `/components/examples/${name}`);
    // Component examples are JSON by definition: the bundle was parsed from it.
    return { name, value: Reflect.get(resolve(document, Object(example)), 'value') as Json };
  });
}
