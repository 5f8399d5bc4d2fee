/** What stands on the page, in which order and under which anchors, worked out before any markup is written. */
import {
  isReference,
  type LocatedOperation,
  type OpenApiDocument,
  operationsOf,
  type Reference,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';
import { type Claim, claims } from './anchors.ts';
import {
  type PlannedBody,
  type PlannedParameter,
  type PlannedResponse,
  planBodies,
  planParameters,
  planResponse,
} from './exchange.ts';
import { type PlannedProperty, propertiesOf } from './properties.ts';

export interface PlannedAnswer extends PlannedResponse {
  readonly status: string;
  /** Anchor of the shared error that this answer refers to; the list of errors shows its examples. */
  readonly sharedError: string | undefined;
}

export interface PlannedOperation {
  readonly anchor: string;
  readonly located: LocatedOperation;
  readonly parameters: readonly PlannedParameter[];
  readonly requestBodies: readonly PlannedBody[];
  readonly answers: readonly PlannedAnswer[];
}

export interface PlannedTag {
  readonly anchor: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly operations: readonly PlannedOperation[];
}

export interface PlannedModel {
  readonly anchor: string;
  readonly name: string;
  readonly place: string;
  readonly schema: SchemaObject;
  readonly properties: readonly PlannedProperty[];
}

export interface PlannedError extends PlannedResponse {
  readonly name: string;
}

export interface Plan {
  readonly tags: readonly PlannedTag[];
  readonly models: readonly PlannedModel[];
  readonly errors: readonly PlannedError[];
  /** Anchors of operations and models by name, for links from types and descriptions. */
  readonly names: ReadonlyMap<string, string>;
  /** Anchors of the open questions by their ids. */
  readonly questions: ReadonlyMap<string, string>;
}

/** Operations, then models, then errors, then questions claim their anchors: where names clash, the more linked kind keeps its own. */
export function planOf(document: OpenApiDocument, questions: readonly string[] = []): Plan {
  const claim = claims();
  const located = [...operationsOf(document)].map((operation) => ({
    operation,
    anchor: claim(operation.operation.operationId),
  }));
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({
    name,
    schema,
    anchor: claim(name),
  }));
  const shared = new Map(
    sharedErrors(document).map((name) => [`#${errorPlace(name)}`, { name, anchor: claim(name) }]),
  );
  const operations = located.map(({ operation, anchor }) =>
    planOperation(document, operation, anchor, claim, shared),
  );
  return {
    tags: tagsOf(document, operations, claim),
    models: schemas.map(({ name, schema, anchor }) => planModel(document, name, schema, anchor, claim)),
    errors: [...shared.values()].map(({ name, anchor }) => {
      const place = errorPlace(name);
      return { name, ...planResponse(document, { $ref: `#${place}` }, place, anchor, claim) };
    }),
    names: new Map([
      ...schemas.map(({ name, anchor }): [string, string] => [name, anchor]),
      ...located.map(({ operation, anchor }): [string, string] => [operation.operation.operationId, anchor]),
    ]),
    questions: new Map(questions.map((id) => [id, claim(id)])),
  };
}

/** Whether a response key stands for a failure. */
export function isError(status: string): boolean {
  return status === 'default' || /^[45]/.test(status);
}

function planOperation(
  document: OpenApiDocument,
  located: LocatedOperation,
  anchor: string,
  claim: Claim,
  shared: ReadonlyMap<string, { readonly anchor: string }>,
): PlannedOperation {
  const { requestBody, responses } = located.operation;
  const bodyPlace = `${located.pointer}/requestBody`;
  return {
    anchor,
    located,
    parameters: planParameters(document, located, anchor, claim),
    requestBodies: planBodies(document, requestBody?.content, bodyPlace, `${anchor}.request`, claim),
    answers: Object.entries(responses).map(([status, declared]) => ({
      ...planResponse(
        document,
        declared,
        `${located.pointer}${pointer('responses', status)}`,
        claim(`${anchor}.${status}`),
        claim,
      ),
      status,
      sharedError: isError(status) && isReference(declared) ? shared.get(declared.$ref)?.anchor : undefined,
    })),
  };
}

function planModel(
  document: OpenApiDocument,
  name: string,
  declared: SchemaObject | Reference,
  anchor: string,
  claim: Claim,
): PlannedModel {
  const place = pointer('components', 'schemas', name);
  return {
    anchor,
    name,
    place,
    schema: resolve<SchemaObject>(document, declared),
    properties: propertiesOf(declared, place, anchor, claim),
  };
}

function errorPlace(name: string): string {
  return pointer('components', 'responses', name);
}

/** Names of the component responses that some operation answers as an error, in the order of the document. */
function sharedErrors(document: OpenApiDocument): readonly string[] {
  const used = new Set(
    [...operationsOf(document)].flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        isError(status) && isReference(response) ? [response.$ref] : [],
      ),
    ),
  );
  return Object.keys(document.components?.responses ?? {}).filter((name) => used.has(`#${errorPlace(name)}`));
}

function tagsOf(
  document: OpenApiDocument,
  operations: readonly PlannedOperation[],
  claim: Claim,
): readonly PlannedTag[] {
  const tagOf = ({ located }: PlannedOperation) => located.operation.tags?.[0] ?? 'Other operations';
  const names = new Set([...(document.tags ?? []).map(({ name }) => name), ...operations.map(tagOf)]);
  return [...names]
    .map((name) => ({
      anchor: claim(`tag-${name}`),
      name,
      description: document.tags?.find((tag) => tag.name === name)?.description,
      operations: operations.filter((operation) => tagOf(operation) === name),
    }))
    .filter((tag) => tag.operations.length > 0);
}
