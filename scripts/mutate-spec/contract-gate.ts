/**
 * The cases of the committed contract against a changed one: what was fine to send or to answer must stay fine, and what was refused
 * must stay refused. It is `npm run contract -- --spec FILE` without the wire: the judge keeps to the version before.
 */
import {
  type OpenApiDocument,
  operationsOf,
  parametersOf,
  type Reference,
  type RequestBodyObject,
  type ResponseObject,
  resolve,
} from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';
import { requestConstraints } from '../../src/contract/violations.ts';
import { badAnswers, goodAnswers, type Probe } from './answers.ts';
import { fits } from './compiled.ts';
import { type Gate, thrown } from './gate.ts';

interface BodyCase {
  readonly operation: string;
  /** Pointer of the media type below the operation; what leads there may be a shared component. */
  readonly holder: readonly string[];
  readonly good: readonly Probe[];
  readonly bad: readonly Probe[];
}

interface OperationCase {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly string[];
}

export function contractGate(contract: OpenApiDocument): Gate {
  const operations = new Map<string, OperationCase>();
  for (const found of operationsOf(contract)) {
    const parameters = parametersOf(contract, found).map(
      ({ name, in: where, required }) => `${where} ${name} ${required}`,
    );
    operations.set(found.operation.operationId, { method: found.method, path: found.path, parameters });
  }
  const bodies = [...requestCases(contract), ...answerCases(contract)];
  return {
    id: 'contract',
    title: 'the cases of the committed contract: requests, answers, and what each must refuse',
    notice: (document) =>
      thrown(() => {
        proveOperations(document, operations);
        for (const body of bodies) proveBody(document, body);
      }),
  };
}

function* requestCases(contract: OpenApiDocument): Generator<BodyCase> {
  const { violations } = requestConstraints(contract);
  for (const { operation, pointer: place } of operationsOf(contract)) {
    if (operation.requestBody === undefined) continue;
    const { operationId } = operation;
    const media = resolve<RequestBodyObject>(contract, operation.requestBody).content['application/json'];
    if (media === undefined) continue;
    const examples = examplesIn(contract, media.examples);
    const at = `${place}/requestBody/content/application~1json/schema`;
    const accepts = ({ value }: Probe): boolean => fits(contract, media.schema, at, value);
    const broken = violations
      .filter((one) => one.operation === operationId && one.at[0] === 'body')
      .map(({ body, spec }) => ({ what: `breaks ${spec}`, value: body }));
    const good = examples
      .flatMap((example) => [...goodAnswers(contract, media.schema, example)])
      .filter(accepts);
    const bad = examples.flatMap((example) => [...badAnswers(contract, media.schema, example)]);
    yield { operation: operationId, holder: ['requestBody'], good, bad: [...broken, ...bad] };
  }
}

function* answerCases(contract: OpenApiDocument): Generator<BodyCase> {
  for (const { operation } of operationsOf(contract)) {
    for (const [status, written] of Object.entries(operation.responses)) {
      const media = resolve<ResponseObject>(contract, written).content?.['application/json'];
      const examples = examplesIn(contract, media?.examples);
      const good =
        media === undefined
          ? []
          : examples.flatMap((example) => [...goodAnswers(contract, media.schema, example)]);
      const bad =
        media === undefined
          ? []
          : examples.flatMap((example) => [...badAnswers(contract, media.schema, example)]);
      yield { operation: operation.operationId, holder: ['responses', status], good, bad };
    }
  }
}

function examplesIn(
  contract: OpenApiDocument,
  examples: Readonly<Record<string, object>> | undefined,
): readonly unknown[] {
  return Object.values(examples ?? {}).map(
    (example) => resolve<{ value?: unknown }>(contract, example).value,
  );
}

function proveOperations(document: OpenApiDocument, wanted: ReadonlyMap<string, OperationCase>): void {
  const found = new Map([...operationsOf(document)].map((one) => [one.operation.operationId, one]));
  for (const [id, { method, path, parameters }] of wanted) {
    const operation = found.get(id);
    if (operation?.method !== method || operation.path !== path)
      throw new Error(`${id} is no longer ${method} ${path}`);
    const now = parametersOf(document, operation).map(
      ({ name, in: where, required }) => `${where} ${name} ${required}`,
    );
    if (now.join() !== parameters.join()) throw new Error(`${id} takes ${now} instead of ${parameters}`);
    for (const parameter of parametersOf(document, operation)) {
      if (parameter.in === 'path' && Reflect.get(parameter.schema, 'minLength') === undefined)
        throw new Error(`${id} takes an empty ${parameter.name}`);
    }
  }
}

function proveBody(document: OpenApiDocument, { operation: id, holder, good, bad }: BodyCase): void {
  const operation = [...operationsOf(document)].find((one) => one.operation.operationId === id);
  const written = holder.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    operation?.operation,
  );
  if (operation === undefined || typeof written !== 'object' || written === null)
    throw new Error(`${id} has no ${holder.join(' ')}`);
  // Both a request body and a response have a `content`, which is all that is read of it.
  const target = resolve<ResponseObject>(document, written as ResponseObject | Reference);
  const types = Object.keys(target.content ?? {});
  if (good.length === 0) {
    if (types.length > 0) throw new Error(`${id} ${holder.join(' ')} has a body`);
    return;
  }
  if (types.join() !== 'application/json')
    throw new Error(`${id} ${holder.join(' ')} is ${types.join() || 'without a body'}`);
  const media = target.content?.['application/json'];
  if (media === undefined) return;
  const reference = Reflect.get(written, '$ref');
  const place =
    typeof reference === 'string' ? reference.slice(1) : `${operation.pointer}${pointer(...holder)}`;
  const at = `${place}${pointer('content', 'application/json', 'schema')}`;
  for (const { what, value } of good)
    if (!fits(document, media.schema, at, value))
      throw new Error(`${id} ${holder.join(' ')} refuses ${what}`);
  for (const { what, value } of bad)
    if (fits(document, media.schema, at, value))
      throw new Error(`${id} ${holder.join(' ')} takes what ${what}`);
}
