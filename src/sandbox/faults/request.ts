/** Faults of examination: a constraint of the contract that the sandbox forgets, and bodies that it takes in spite of their form. */
import { type Constraint, constraints } from '../../../generated/breakages.ts';
import { type OperationDescription, operations } from '../../../generated/operations.ts';
import { validators, violatedKeyword } from '../../../generated/validators.js';
import type { Fault } from '../fault.ts';
import type { Arrived, Gate } from '../gate.ts';
import { done, type Outcome } from '../outcome.ts';
import type { Service } from '../service.ts';
import { keepCustomer, type World } from '../world.ts';

export const requestFaults: readonly Fault[] = [
  ...constraints.filter((constraint) => !isCovered(constraint)).map(forgotten),
  ...Object.values(operations).flatMap((operation) => ('request' in operation ? formFaults(operation) : [])),
  halfFault(
    'failed-create-leaves-record',
    'a create that is refused leaves a record all the same',
    'createCustomer',
    (world, arrived, gate) => {
      const tenant = gate.authenticate(arrived);
      const fields = texts(arrived.text);
      const id = world.identifiers.next(world.readings.identifiers);
      if (tenant !== undefined && Object.keys(fields).length > 0) keepCustomer(tenant, { ...fields, id });
    },
  ),
  halfFault(
    'failed-update-applies-half',
    'an update that is refused changes the fields that were right',
    'updateCustomer',
    (_world, arrived, gate) => {
      const tenant = gate.authenticate(arrived);
      const before = tenant?.customers.get(arrived.path['customerId'] ?? '');
      if (tenant !== undefined && before !== undefined)
        keepCustomer(tenant, { ...before, ...texts(arrived.text) });
    },
  ),
];

/** A number above the range of its format is above the maximum too: the two cannot be broken apart, and are one fault. */
function isCovered({ operation, at, keyword }: Constraint): boolean {
  return (
    keyword === 'format' &&
    constraints.some((one) => one.operation === operation && one.at === at && one.keyword === 'maximum')
  );
}

function forgotten(constraint: Constraint): Fault {
  const { operation, at, keyword, property } = constraint;
  const place = `${at}${property === undefined ? '' : `/${property}`}`.slice(1).replaceAll('/', '.');
  // Bodies that only this fault lets through: the service must answer them, whatever is missing in them.
  const admitted = new WeakSet<object>();
  return {
    id: [operation, 'forgets', keyword, ...(place === '' ? [] : [place])].join('-'),
    kind: 'request',
    title: `${operation} takes a body in which ${place === '' ? 'the whole' : place} breaks ${keyword}`,
    operation,
    caughtBy: 'refuses-violation',
    gate: (inner) => ({
      ...inner,
      examine(arrived) {
        const outcome = inner.examine(arrived);
        if (outcome.ok || arrived.operation !== operation) return outcome;
        const body = onlyBreaks(constraint, arrived);
        if (body === undefined) return outcome;
        const value = Object(body.value);
        admitted.add(value);
        return done(value);
      },
    }),
    service: (inner, world) => answering(inner, admitted, world),
  };
}

/** The parsed body, where it breaks this constraint and no other. */
function onlyBreaks(
  constraint: Constraint,
  { text, operation }: Arrived,
): { readonly value: unknown } | undefined {
  const { request }: OperationDescription = operations[operation];
  if (request === undefined || text === undefined) return undefined;
  if (text === '') return constraint.spec.endsWith('/requestBody/required') ? { value: {} } : undefined;
  const body = parsed(text);
  const validate = validators[request.schema];
  if (body === undefined || validate === undefined || validate(body.value)) return undefined;
  const { spec, property } = constraint;
  const keyword = property === undefined ? spec : spec.slice(0, spec.lastIndexOf('/'));
  const only = (validate.errors ?? []).every(
    (error) =>
      (violatedKeyword(error) === keyword ||
        (constraint.keyword === 'maximum' && error.keyword === 'format')) &&
      (property === undefined || error.params['missingProperty'] === property),
  );
  return only ? body : undefined;
}

/** A service that never stumbles over a body that was let through: it answers it with a plain success. */
function answering(inner: Service, admitted: WeakSet<object>, world: World): Service {
  const guarded = <Value>(body: object, run: () => Outcome<Value>, fallback: () => Value): Outcome<Value> => {
    if (!admitted.has(body)) return run();
    try {
      const outcome = run();
      return outcome.ok ? outcome : done(fallback());
    } catch {
      return done(fallback());
    }
  };
  const id = (): string => world.identifiers.next(world.readings.identifiers);
  return {
    ...inner,
    createCustomer: (tenant, body) =>
      guarded(
        body,
        () => inner.createCustomer(tenant, body),
        () => ({ id: id() }),
      ),
    updateCustomer: (tenant, customerId, body) =>
      guarded(
        body,
        () => inner.updateCustomer(tenant, customerId, body),
        () => ({ id: customerId }),
      ),
    createPayment: (tenant, body) =>
      guarded(
        body,
        () => inner.createPayment(tenant, body),
        () => ({ id: id(), status: 'approved' }),
      ),
    createSession: (tenant, body, origin) =>
      guarded(
        body,
        () => inner.createSession(tenant, body, origin),
        () => ({ id: id() }),
      ),
  };
}

/** Bodies whose form is wrong as a whole. */
function formFaults(operation: OperationDescription): readonly Fault[] {
  const example = (text: string): string | undefined => (parsed(text) === undefined ? '{}' : text);
  const faultOf = (
    what: string,
    title: string,
    caughtBy: string,
    admits: (arrived: Arrived) => boolean,
  ): Fault => {
    const admitted = new WeakSet<object>();
    return {
      id: `${operation.id}-${what}`,
      kind: 'request',
      title: `${operation.id} ${title}`,
      operation: Object.values(operations).find(({ id }) => id === operation.id)?.id,
      caughtBy,
      gate: (inner) => ({
        ...inner,
        examine(arrived) {
          const outcome = inner.examine(arrived);
          if (outcome.ok || arrived.operation !== operation.id || !admits(arrived)) return outcome;
          const value = Object(parsed(example(arrived.text ?? '') ?? '')?.value);
          admitted.add(value);
          return done(value);
        },
      }),
      service: (inner, world) => answering(inner, admitted, world),
    };
  };
  return [
    faultOf(
      'takes-malformed-json',
      'takes a body that is not JSON',
      'refuses-malformed-json',
      ({ text, headers }) =>
        isJson(headers) && text !== '' && (text === undefined || parsed(text) === undefined),
    ),
    faultOf(
      'takes-any-media-type',
      'takes JSON under any media type',
      'refuses-media-type',
      ({ headers }) => !isJson(headers),
    ),
  ];
}

/** A fault that does half of what was refused. */
function halfFault(
  id: string,
  title: string,
  operation: Arrived['operation'],
  half: (world: World, arrived: Arrived, gate: Gate) => void,
): Fault {
  return {
    id,
    kind: 'request',
    title,
    operation,
    caughtBy: 'refused-leaves-no-trace',
    gate: (inner, world) => ({
      ...inner,
      examine(arrived) {
        const outcome = inner.examine(arrived);
        if (!outcome.ok && outcome.problem === 'invalid' && arrived.operation === operation)
          half(world, arrived, inner);
        return outcome;
      },
    }),
  };
}

/** The members of a body that are text, and so can be kept whatever is wrong with the others. */
function texts(text: string | undefined): Readonly<Record<string, string>> {
  const body = parsed(text ?? '')?.value;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const entries = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function isJson(headers: Headers): boolean {
  return headers.get('content-type')?.toLowerCase().startsWith('application/json') === true;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
