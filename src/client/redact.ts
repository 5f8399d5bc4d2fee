/**
 * What may be printed. The contract decides: values that it describes and does not mark `x-sensitive` are shown, everything
 * else is masked, unknown properties included. Free text is searched for the values that were masked.
 */
import type { OperationId } from '../../generated/operations.ts';
import { type Route, routes, type Visible } from '../../generated/routes.ts';
import { percentEncoded } from './text.ts';

export const MASK = '[redacted]';

/** A copy of a request body in which only what the contract allows is readable. */
export function redactedBody(operation: OperationId, body: unknown): unknown {
  return masked(body, routeOf(operation).body, () => {});
}

/** Path parameters, masked where the contract marks them. */
export function redactedPath(
  operation: OperationId,
  path: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { shown } = routeOf(operation);
  return Object.fromEntries(
    Object.entries(path).map(([name, value]) => [name, shown?.includes(name) ? value : MASK]),
  );
}

/** A row of the table as the type that all rows have. */
function routeOf(operation: OperationId): Route {
  return routes[operation];
}

/** @param hidden is told every value that the copy does not show. */
function masked(value: unknown, allowed: Visible | undefined, hidden: (value: unknown) => void): unknown {
  if (value === null || value === undefined) return value;
  if (typeof value !== 'object') {
    if (allowed === true) return value;
    hidden(value);
    return MASK;
  }
  const parts = Object.entries(value).map(([name, member]) => {
    const part = Array.isArray(value) ? allowed : allowedMember(allowed, name);
    return [name, masked(member, part, hidden)] as const;
  });
  if (allowed === undefined || allowed === true) return MASK;
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

function allowedMember(allowed: Visible | undefined, name: string): Visible | undefined {
  return typeof allowed === 'object' && Object.hasOwn(allowed, name) ? allowed[name] : undefined;
}

/** Replaces secrets in text that came from elsewhere: an error of the API may quote what was sent. */
export type Redactor = (text: string) => string;

/** Shorter values occur in ordinary words; masking them would make every message unreadable. */
const SHORTEST_SECRET = 3;

/** E-mail addresses and card-like numbers are masked wherever they stand, because the server may hold ones that we did not send. */
const PATTERNS: readonly RegExp[] = [
  // Beginning only where a word begins keeps the search linear in a text of megabytes.
  /(?<![^\s@"'<>])[^\s@"'<>]+@[^\s@"'<>]+\.[^\s@"'<>]+/g,
  /\b\d(?:[ -]?\d){12,18}\b/g,
];

/** @param credentials what authenticates the request, in every form in which it may be quoted. */
export function createRedactor(
  operation: OperationId,
  path: Readonly<Record<string, string>>,
  body: unknown,
  credentials: readonly string[],
): Redactor {
  const secrets = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    // Who quotes a value may have trimmed it.
    const text = String(value).trim();
    if (text.length < SHORTEST_SECRET) return;
    secrets.add(text);
    secrets.add(percentEncoded(text) ?? text);
    secrets.add(JSON.stringify(text).slice(1, -1));
  };
  const { shown, body: allowed } = routeOf(operation);
  for (const [name, value] of Object.entries(path)) if (!shown?.includes(name)) add(value);
  masked(body, allowed, add);
  credentials.forEach(add);
  // The longest first: a secret may be part of another one.
  const ordered = [...secrets].sort((a, b) => b.length - a.length);
  return (text) => {
    const known = ordered.reduce((redacted, secret) => redacted.replaceAll(secret, MASK), text);
    return PATTERNS.reduce((redacted, pattern) => redacted.replace(pattern, MASK), known);
  };
}

/**
 * A copy of a cause that is safe to print: its names, codes and redacted words, and those of its causes. The original may hold
 * the request, and with it the credentials.
 */
export function safeCause(cause: unknown, redact: Redactor, depth = 5): Error {
  if (!(cause instanceof Error))
    return new Error(redact(typeof cause === 'string' ? cause : `a thrown ${typeof cause}`));
  const inner =
    cause.cause === undefined || depth === 0
      ? undefined
      : { cause: safeCause(cause.cause, redact, depth - 1) };
  const copy = new Error(redact(cause.message), inner);
  Object.defineProperty(copy, 'name', { value: redact(cause.name), configurable: true });
  const code: unknown = Reflect.get(cause, 'code');
  if (typeof code === 'string') Object.assign(copy, { code: redact(code) });
  if (cause.stack !== undefined) copy.stack = redact(cause.stack);
  return copy;
}
