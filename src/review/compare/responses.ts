/** What an operation answers: its status codes, their headers and their bodies. */
import type {
  HeaderObject,
  LocatedOperation,
  OpenApiDocument,
  ResponseObject,
} from '../../contract/document.ts';
import { pointer } from '../../contract/pointer.ts';
import { located, type Place } from '../place.ts';
import { compareContents, compareHeld } from './contents.ts';
import { report, type Scope, widened } from './scope.ts';

export function compareResponses(scope: Scope, from: LocatedOperation, to: LocatedOperation): void {
  const { versions } = scope.changes;
  const [before, after] = [responsesByStatus(versions.old, from), responsesByStatus(versions.new, to)];
  for (const status of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(status), after.get(status)];
    const success = /^[123]/.test(status);
    if (is === undefined) {
      const rule = success ? 'success-status-removed' : 'error-status-removed';
      const level = success ? 'wire-breaking' : 'codegen-breaking';
      report(scope, {
        rule,
        level,
        pointer: `${from.pointer}${pointer('responses', status)}`,
        side: 'old',
        before: status,
      });
    } else if (was === undefined) {
      const rule = success ? 'success-status-added' : 'error-status-added';
      // A generated method has one result: a second success, or a whole range of codes, changes or breaks it.
      const level = success || /XX$/i.test(status) ? 'codegen-breaking' : 'additive';
      report(scope, { rule, level, pointer: `${to.pointer}${pointer('responses', status)}`, after: status });
    } else compareResponse(scope, was, is);
  }
}

function responsesByStatus(
  document: OpenApiDocument,
  { operation, pointer: place }: LocatedOperation,
): ReadonlyMap<string, Place<ResponseObject>> {
  return new Map(
    Object.entries(operation.responses ?? {}).map(([status, response]) => [
      status,
      located<ResponseObject>(document, response, `${place}${pointer('responses', status)}`),
    ]),
  );
}

function compareResponse(scope: Scope, from: Place<ResponseObject>, to: Place<ResponseObject>): void {
  compareHeaders(scope, from, to);
  const [had, has] = [hasBody(from), hasBody(to)];
  if (had && !has)
    report(scope, {
      rule: 'response-body-removed',
      level: 'wire-breaking',
      pointer: `${from.pointer}/content`,
      side: 'old',
    });
  else if (!had && has)
    report(scope, {
      rule: 'response-body-added',
      level: 'codegen-breaking',
      pointer: `${to.pointer}/content`,
    });
  else compareContents(scope, from, to);
  const [wasOptional, isOptional] = [from, to].map(({ value }) => value['x-optional-body'] === true);
  if (has && !wasOptional && isOptional)
    report(scope, { rule: 'body-may-be-absent', level: 'wire-breaking', pointer: to.pointer });
  if (has && wasOptional && !isOptional)
    report(scope, { rule: 'body-always-present', level: 'additive', pointer: to.pointer });
}

function hasBody({ value }: Place<ResponseObject>): boolean {
  return Object.keys(value.content ?? {}).length > 0;
}

/** Names of headers are compared without regard to case (RFC 9110, section 5.1). */
function compareHeaders(scope: Scope, from: Place<ResponseObject>, to: Place<ResponseObject>): void {
  const { versions } = scope.changes;
  const [before, after] = [headersOf(versions.old, from), headersOf(versions.new, to)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    if (is === undefined) {
      const place = `${from.pointer}${pointer('headers')}`;
      report(scope, {
        rule: 'header-removed',
        level: 'wire-breaking',
        pointer: place,
        side: 'old',
        before: name,
      });
    } else if (was === undefined) {
      report(scope, {
        rule: 'header-added',
        level: 'additive',
        pointer: `${to.pointer}/headers`,
        after: name,
      });
    } else {
      const [promised, isPromised] = [was.value.required === true, is.value.required === true];
      if (promised && !isPromised)
        report(scope, { rule: 'header-not-promised', level: widened(scope), pointer: is.pointer });
      if (!promised && isPromised)
        report(scope, { rule: 'header-promised', level: 'additive', pointer: is.pointer });
      compareHeld(scope, was, is);
    }
  }
}

function headersOf(
  document: OpenApiDocument,
  { value, pointer: place }: Place<ResponseObject>,
): ReadonlyMap<string, Place<HeaderObject>> {
  return new Map(
    Object.entries(value.headers ?? {}).map(([name, header]) => [
      name.toLowerCase(),
      located<HeaderObject>(document, header, `${place}${pointer('headers', name)}`),
    ]),
  );
}
