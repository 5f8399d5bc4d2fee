/** What a request must pass before an operation runs: who sends it, and whether it keeps the contract. Faults decorate it. */
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';
import { validators } from '../../generated/validators.js';
import { type ClientCredentials, createAuthenticator } from './credentials.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { Tenant, World } from './world.ts';

/** The parts of a request that the contract speaks of. */
export interface Arrived {
  readonly operation: OperationId;
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly headers: Headers;
  /** The body; empty when there was none, absent when its bytes are not UTF-8. */
  readonly text: string | undefined;
}

export interface Gate {
  authenticate(arrived: Pick<Arrived, 'operation' | 'headers'>): Tenant | undefined;
  /** @returns the parsed body, or why the request is refused. */
  examine(arrived: Arrived): Outcome<unknown>;
}

export function createGate(world: World, clients: readonly ClientCredentials[]): Gate {
  const clientOf = createAuthenticator(clients);
  return {
    authenticate({ headers }) {
      const clientId = clientOf(headers.get('authorization'));
      return clientId === undefined ? undefined : world.tenants.get(clientId);
    },
    examine: examined,
  };
}

function examined({ operation, path, headers, text }: Arrived): Outcome<unknown> {
  const { parameters, request }: OperationDescription = operations[operation];
  for (const { name, schema } of parameters) {
    const broken = violation(schema, path[name]);
    if (broken !== undefined) return refused('invalid', `path ${name}: ${broken}`);
  }
  // An operation without a body ignores one, as RFC 9110, section 9.3.1 asks of GET.
  if (request === undefined) return done(undefined);
  if (text === '') return request.required ? refused('invalid', 'body: it is missing') : done(undefined);
  if (!isJsonType(headers.get('content-type'), request.mediaType)) return refused('media-type');
  const json = text === undefined ? undefined : parsed(text);
  if (json === undefined) return refused('malformed-json');
  const broken = violation(request.schema, json.value);
  return broken === undefined ? done(json.value) : refused('invalid', `body${broken}`);
}

/** The first violation in words: its place and the keyword, and no value, which could be anybody's. */
function violation(schema: string, value: unknown): string | undefined {
  const validate = validators[schema];
  if (validate === undefined)
    throw new Error(`no validator for the schema at ${schema}: run npm run generate`);
  if (validate(value)) return undefined;
  const [first] = validate.errors ?? [];
  if (first === undefined) return ': it breaks the contract';
  const missing = first.keyword === 'required' ? ` "${String(first.params['missingProperty'])}"` : '';
  return `${first.instancePath}: ${first.keyword}${missing}`;
}

function isJsonType(given: string | null, documented: string): boolean {
  const [type = '', ...parameters] = (given ?? '').split(';').map((part) => part.trim().toLowerCase());
  return (
    type === documented &&
    parameters.every((one) => !one.startsWith('charset=') || /^charset="?utf-8"?$/.test(one))
  );
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
