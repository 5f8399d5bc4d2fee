/** Holds a request to the contract: credentials, path parameters, media type, body. */
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';
import type { SentRequest } from '../contract/exchange.ts';
import { shown } from '../contract/finding.ts';
import { valueAt } from '../contract/pointer.ts';
import { validators } from '../contract/schema-reader.ts';
import { type Violation, violatedKeyword, violationsOf } from '../contract/validator.ts';
import { type Breach, breach } from './breach.ts';

type Place = Pick<Breach, 'rule' | 'spec' | 'at' | 'expected' | 'got'>;

/** Every breach of a request, the one that a server would answer first in front; `path` holds what could be decoded. */
export function examine(
  operation: OperationId,
  segments: Readonly<Record<string, string>>,
  sent: SentRequest,
): { readonly breaches: readonly Breach[]; readonly path: Readonly<Record<string, string>> } {
  const described: OperationDescription = operations[operation];
  const path: Record<string, string> = {};
  const inPath = described.parameters.flatMap(({ name, schema }): readonly Place[] => {
    const value = decoded(segments[name] ?? '');
    const at = `path ${name}`;
    const rule = 'path-parameter';
    if (value === undefined)
      return [{ rule, spec: schema, at, expected: 'percent-encoded UTF-8', got: shown(segments[name]) }];
    path[name] = value;
    return violationsOf(validators, schema, value).map((violation) => placeOf(rule, at, violation, value));
  });
  const places = [...inCredentials(sent.headers), ...inPath, ...inBody(described, sent)];
  return {
    path,
    breaches: places.map((place) => breach({ of: 'request', operation, ...place }, 'request')),
  };
}

/** The header is checked for its form: which credentials are right, only the server knows. Their value is never shown. */
function inCredentials(headers: Headers): readonly Place[] {
  const given = headers.get('authorization');
  const [scheme = '', token = '', ...rest] = given?.split(' ') ?? [];
  const basic = scheme.toLowerCase() === 'basic';
  if (basic && rest.length === 0 && pairIn(token)) return [];
  const got = given === null ? 'no header' : basic ? 'Basic without such a pair' : 'another scheme';
  const expected = basic ? 'base64 of clientId:apiKey' : 'HTTP Basic credentials';
  return [{ rule: 'credentials', spec: '/security', at: 'header authorization', expected, got }];
}

function pairIn(token: string): boolean {
  try {
    return atob(token).includes(':');
  } catch {
    return false;
  }
}

function inBody(
  { request, pointer }: OperationDescription,
  { headers, body }: SentRequest,
): readonly Place[] {
  const at = 'body';
  if (request === undefined) {
    const got = `${body.length} characters`;
    return body === '' ? [] : [{ rule: 'body-presence', spec: pointer, at, expected: 'no body', got }];
  }
  const spec = `${pointer}/requestBody`;
  if (body === '') {
    const expected = `a body of ${request.mediaType}`;
    return request.required
      ? [{ rule: 'body-presence', spec: `${spec}/required`, at, expected, got: 'no body' }]
      : [];
  }
  const places: Place[] = [];
  const mediaType = headers.get('content-type');
  if (mediaType?.split(';', 1)[0]?.trim().toLowerCase() !== request.mediaType) {
    const got = mediaType ?? 'no header';
    const expected = request.mediaType;
    places.push({ rule: 'media-type', spec: `${spec}/content`, at: 'header content-type', expected, got });
  }
  const json = parsed(body);
  if (json === undefined) {
    const expected = 'well-formed JSON';
    return [...places, { rule: 'json-well-formed', spec: `${spec}/content`, at, expected, got: shown(body) }];
  }
  const violations = violationsOf(validators, request.schema, json.value);
  return [...places, ...violations.map((violation) => placeOf('body-schema', at, violation, json.value))];
}

function placeOf(rule: string, at: string, violation: Violation, value: unknown): Place {
  const { keyword, instancePath, params, message = keyword } = violation;
  const got =
    keyword === 'required' ? `no ${shown(params['missingProperty'])}` : shown(valueAt(value, instancePath));
  return { rule, spec: violatedKeyword(violation), at: `${at}${instancePath}`, expected: message, got };
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
