/** Faults of access: who is let in without the right credentials. */
import { type OperationId, operations } from '../../../generated/operations.ts';
import type { Fault } from '../fault.ts';
import type { Tenant, World } from '../world.ts';

/** What a header says, as far as a server that checks too little reads it. */
interface Shown {
  readonly scheme: string;
  readonly clientId: string | undefined;
}

function shownIn(headers: Headers): Shown {
  const [scheme = '', value = ''] = (headers.get('authorization') ?? '').split(' ');
  try {
    const pair = atob(value);
    return {
      scheme: scheme.toLowerCase(),
      clientId: pair.includes(':') ? pair.slice(0, pair.indexOf(':')) : undefined,
    };
  } catch {
    return { scheme: scheme.toLowerCase(), clientId: undefined };
  }
}

function firstOf({ tenants }: World): Tenant | undefined {
  return [...tenants.values()][0];
}

function accessFault(
  id: string,
  title: string,
  caughtBy: string,
  admit: (shown: Shown, world: World, operation: OperationId) => Tenant | undefined,
  operation?: OperationId,
): Fault {
  return {
    id,
    kind: 'access',
    title,
    operation,
    caughtBy,
    gate: (inner, world) => ({
      ...inner,
      authenticate: (arrived) =>
        inner.authenticate(arrived) ?? admit(shownIn(arrived.headers), world, arrived.operation),
    }),
  };
}

// The keys of this table are the operations.
const OPERATIONS = Object.keys(operations) as readonly OperationId[];

export const accessFaults: readonly Fault[] = [
  ...OPERATIONS.map((operation) =>
    accessFault(
      `${operation}-ignores-access`,
      `${operation} asks for no credentials`,
      'requires-credentials',
      ({ scheme }, world, called) => (called === operation && scheme === '' ? firstOf(world) : undefined),
      operation,
    ),
  ),
  ...OPERATIONS.map((operation) =>
    accessFault(
      `${operation}-accepts-any-key`,
      `${operation} looks at the clientId and not at the key`,
      'refuses-wrong-password',
      ({ scheme, clientId }, world, called) =>
        called === operation && scheme === 'basic' && clientId !== undefined
          ? world.tenants.get(clientId)
          : undefined,
      operation,
    ),
  ),
  accessFault(
    'accepts-unknown-client',
    'credentials that were never given out are let in',
    'refuses-unknown-client',
    ({ scheme, clientId }, world) =>
      scheme === 'basic' && clientId !== undefined && !world.tenants.has(clientId)
        ? firstOf(world)
        : undefined,
  ),
  accessFault('accepts-bearer', 'any bearer token is let in', 'refuses-wrong-scheme', ({ scheme }, world) =>
    scheme === 'bearer' ? firstOf(world) : undefined,
  ),
  accessFault(
    'accepts-malformed-credentials',
    'credentials that cannot be read are let in',
    'refuses-malformed-credentials',
    ({ scheme, clientId }, world) =>
      scheme === 'basic' && clientId === undefined ? firstOf(world) : undefined,
  ),
];
