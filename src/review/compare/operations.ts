/** The operations of two versions: matched by method and path, so that a new name is no removal. */
import {
  type LocatedOperation,
  type OpenApiDocument,
  operationsOf,
  type Reference,
  type RequestBodyObject,
} from '../../contract/document.ts';
import type { Changes } from '../change.ts';
import { located, type Place } from '../place.ts';
import { compareContents } from './contents.ts';
import { compareParameters } from './parameters.ts';
import { compareResponses } from './responses.ts';
import { report, type Scope } from './scope.ts';

export function compareOperations(changes: Changes): void {
  const { versions } = changes;
  const before = byRequest(versions.old);
  const after = byRequest(versions.new);
  for (const [key, from] of before) {
    const to = after.get(key);
    if (to === undefined) {
      const gone = {
        rule: 'operation-removed',
        level: 'wire-breaking',
        pointer: from.pointer,
        side: 'old',
      } as const;
      changes.add({ ...gone, before: key }, 'document', idOf(from));
    } else compareOperation(changes, from, to);
  }
  for (const [key, to] of after) {
    if (before.has(key)) continue;
    changes.add(
      { rule: 'operation-added', level: 'additive', pointer: to.pointer, after: key },
      'document',
      idOf(to),
    );
  }
}

/** `GET /v1/customers/{}`: what is sent, without the names that the document gives to the parts of a path. */
function byRequest(document: OpenApiDocument): ReadonlyMap<string, LocatedOperation> {
  return new Map(
    [...operationsOf(document)].map((found) => [
      `${found.method.toUpperCase()} ${found.path.replaceAll(/\{[^}]*\}/g, '{}')}`,
      found,
    ]),
  );
}

export function idOf({ operation, method, path }: LocatedOperation): string {
  return operation.operationId ?? `${method.toUpperCase()} ${path}`;
}

function compareOperation(changes: Changes, from: LocatedOperation, to: LocatedOperation): void {
  const scope = (direction: Scope['direction']): Scope => ({ changes, direction, operation: idOf(to) });
  compareNames(scope('document'), from, to);
  compareParameters(scope('request'), from, to);
  compareBodies(scope('request'), from, to);
  compareResponses(scope('response'), from, to);
}

function compareNames(scope: Scope, from: LocatedOperation, to: LocatedOperation): void {
  const [before, after] = [from.operation.operationId, to.operation.operationId];
  if (before !== after)
    report(scope, {
      rule: 'operation-id-changed',
      level: 'codegen-breaking',
      pointer: `${to.pointer}/operationId`,
      before,
      after,
    });
  const [tags, tagsNow] = [from.operation.tags ?? [], to.operation.tags ?? []];
  if (tags.join() !== tagsNow.join())
    report(scope, {
      rule: 'operation-tag-changed',
      level: 'codegen-breaking',
      pointer: `${to.pointer}/tags`,
      before: tags.join(),
      after: tagsNow.join(),
    });
  const [was, is] = [from.operation['deprecated'] === true, to.operation['deprecated'] === true];
  if (was !== is)
    report(scope, {
      rule: is ? 'deprecated' : 'no-longer-deprecated',
      level: 'additive',
      pointer: to.pointer,
    });
}

function compareBodies(scope: Scope, from: LocatedOperation, to: LocatedOperation): void {
  const [before, after] = [bodyOf(scope.changes.versions.old, from), bodyOf(scope.changes.versions.new, to)];
  const place = `${to.pointer}/requestBody`;
  if (before === undefined && after === undefined) return;
  if (before === undefined) {
    const required = after?.value.required === true;
    const rule = required ? 'required-body-added' : 'body-added';
    report(scope, { rule, level: required ? 'wire-breaking' : 'additive', pointer: place });
  } else if (after === undefined) {
    report(scope, {
      rule: 'body-removed',
      level: 'wire-breaking',
      pointer: `${from.pointer}/requestBody`,
      side: 'old',
    });
  } else {
    const [was, is] = [before.value.required === true, after.value.required === true];
    if (!was && is) report(scope, { rule: 'body-required', level: 'wire-breaking', pointer: after.pointer });
    if (was && !is) report(scope, { rule: 'body-optional', level: 'additive', pointer: after.pointer });
    compareContents(scope, before, after);
  }
}

function bodyOf(
  document: OpenApiDocument,
  { operation, pointer: place }: LocatedOperation,
): Place<RequestBodyObject> | undefined {
  const body: RequestBodyObject | Reference | undefined = operation.requestBody;
  return body === undefined ? undefined : located<RequestBodyObject>(document, body, `${place}/requestBody`);
}
