/** A tour of the sandbox: one of everything that a client can do or get wrong, recorded step by step. */
import { constraints } from '../../generated/breakages.ts';
import { fixtures } from '../../generated/fixtures.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import { breakBody } from '../../src/sandbox/faults/break-body.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';

export interface Step {
  readonly name: string;
  readonly operation: OperationId | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly request: Request;
}

const NOW = Date.UTC(2026, 0, 15, 12);
const CLIENTS = [
  { clientId: 'one', apiKey: 'key-of-one' },
  { clientId: 'two', apiKey: 'key-of-two' },
];

export function tourSandbox(options: SandboxOptions = {}): Sandbox {
  return createSandbox({ clients: CLIENTS, now: () => NOW, ...options });
}

const basic = (clientId: string, apiKey: string): string => `Basic ${btoa(`${clientId}:${apiKey}`)}`;
const ONE = basic('one', 'key-of-one');
const TWO = basic('two', 'key-of-two');

const FULL = {
  referenceId: 'Tour-1',
  email: 'Tour.one@example.com',
  firstName: '  José e\u0301 \u{1f600} ',
  lastName: 'A name of more than twenty letters <&>',
  phone: '+59899123456',
  metadata: { Segment: 'premium', crmId: 'CRM-1001' },
};

/**
 * Visits everything; the same sandbox options and the same order give the same answers.
 *
 * @param clean an earlier tour of a clean twin: it knows the identifiers that a broken answer keeps to itself.
 */
export async function tour(sandbox: Sandbox, clean: readonly Step[] = []): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const go = async (
    name: string,
    operation: OperationId | undefined,
    path: string,
    { method, body, authorization = ONE, type = 'application/json' }: Visit = {},
  ): Promise<Step> => {
    const request = new Request(`http://localhost${path}`, {
      method: method ?? (operation === undefined ? 'GET' : operations[operation].method.toUpperCase()),
      headers: {
        ...(authorization === '' ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const response = await sandbox.fetch(request.clone());
    const step = {
      name,
      operation,
      status: response.status,
      headers: Object.fromEntries([...response.headers].filter(([header]) => header !== 'x-correlation-id')),
      body: latin1(await response.arrayBuffer()),
      request,
    };
    steps.push(step);
    return step;
  };
  const idOf = (step: Step): string => idIn(step) ?? idIn(clean[steps.indexOf(step)]) ?? 'no-id';

  const create = (name: string, body: unknown, authorization = ONE) =>
    go(name, 'createCustomer', '/v1/customers', { body, authorization });
  const instruments = (name: string, id: string, authorization = ONE) =>
    go(name, 'listPaymentInstruments', `/v1/customers/${id}/payment-instruments`, { authorization });
  const charge = (name: string, customerId: string, token: string, authorization = ONE) =>
    go(name, 'createPayment', '/v1/payments', {
      authorization,
      body: {
        ...fixtures.PaymentCreateGuide,
        customerId,
        paymentMethod: { source: 'token', paymentInstrument: { token } },
      },
    });
  const save = async (customerId: string, card: string, authorization = ONE): Promise<string> => {
    const body = { ...fixtures.SessionCreateGuide, customerId };
    const session = await go('start a session', 'createSession', '/v1/sessions', { body, authorization });
    try {
      return sandbox.completeSession(idOf(session), { card }).token;
    } catch {
      return 'nothing-was-saved';
    }
  };

  const first = idOf(await create('create the first', FULL));
  const second = idOf(
    await create('create the second', { ...FULL, referenceId: 'Tour-2', email: 'two@example.com' }),
  );
  const third = idOf(await create('create the third', { email: 'three@example.com' }));
  const foreign = idOf(await create('create a foreign one', { referenceId: 'Tour-1' }, TWO));
  await create('repeat a reference', { referenceId: 'Tour-2' });
  await Promise.all([
    create('race', { referenceId: 'Tour-race' }),
    create('race', { referenceId: 'Tour-race' }),
  ]);
  const read = (name: string, id: string, authorization = ONE) =>
    go(name, 'retrieveCustomer', `/v1/customers/${id}`, { authorization });
  const update = (name: string, id: string, body: unknown, authorization = ONE) =>
    go(name, 'updateCustomer', `/v1/customers/${id}`, { body, authorization });
  await read('read the first', first);
  await read('read it again', first);
  await go('list', 'listCustomers', '/v1/customers');
  await go('list again', 'listCustomers', '/v1/customers');
  await update('update', first, { email: 'Updated@example.com' });
  await read('read what was updated', first);
  await go('list what was updated', 'listCustomers', '/v1/customers');
  await update('update again', first, { email: 'Updated@example.com' });
  await read('read after that', first);
  await read('read the other', second);
  await instruments('no instruments yet', first);

  const token = await save(first, 'visa-credit');
  const other = await save(first, 'mastercard-debit');
  const ofSecond = await save(second, 'visa-prepaid');
  const ofForeign = await save(foreign, 'visa-credit', TWO);
  await instruments('list instruments', first);
  await instruments('list instruments again', first);
  await instruments('list those of the second', second);
  await charge('charge', first, token);
  await charge('charge again', first, token);
  await charge('charge an unknown token', first, 'unknown-token');
  await charge('charge a token of another', first, ofSecond);
  await charge('charge a foreign token', first, ofForeign);
  const drop = (name: string, id: string, gone: string) =>
    go(name, 'deletePaymentInstrument', `/v1/customers/${id}/payment-instruments/${gone}`);
  await drop('delete it through another', second, token);
  await drop('delete it through a foreign one', foreign, ofForeign);
  await instruments('list after that', first);
  await drop('delete the other', first, other);
  await instruments('list what is left', first);
  await charge('charge the deleted', first, other);
  await drop('delete an unknown instrument', first, 'unknown-token');

  await read('read a foreign one', foreign);
  await instruments('list foreign instruments', foreign);
  await update('update a foreign one', foreign, { firstName: 'Foreign' });
  await go('delete a foreign one', 'deleteCustomer', `/v1/customers/${foreign}`);
  for (const [name, path] of UNKNOWN) await go(`unknown: ${name}`, name, path, { body: bodyOf(name) });
  await go('read after a refused update', 'retrieveCustomer', `/v1/customers/${first}`);

  for (const operation of OPERATIONS) {
    const path = addressOf(operation, first, token);
    const body = bodyOf(operation);
    for (const authorization of STRANGERS)
      await go(`${operation} as a stranger`, operation, path, { body, authorization });
    if (body === undefined) continue;
    await go(`${operation} with broken JSON`, operation, path, { body: '{' });
    await go(`${operation} as text`, operation, path, { body, type: 'text/plain' });
    await go(`${operation} without a body`, operation, path, {});
  }
  for (const { operation, at, keyword, property, spec } of constraints) {
    const sound = bodyOf(operation, first, token);
    const breakages =
      property === undefined
        ? valuesFor(keyword, valueAt(sound, at)).map((value) => ({ at, what: '', keyword, spec, value }))
        : [{ at, what: '', keyword, spec, drop: property }];
    for (const breakage of breakages) {
      const broken = breakBody(sound, breakage);
      const body = typeof broken === 'string' ? JSON.stringify(broken) : broken;
      await go(`${operation} breaks ${keyword} at ${at}`, operation, addressOf(operation, first, token), {
        body,
      });
    }
  }
  await go('an undeclared method', undefined, `/v1/customers/${first}`, { method: 'PATCH' });
  await read('read once more', first);
  await go('list once more', 'listCustomers', '/v1/customers');
  await go('delete', 'deleteCustomer', `/v1/customers/${first}`);
  await read('read what is gone', first);
  await go('list without it', 'listCustomers', '/v1/customers');
  await instruments('list what is gone', first);
  await instruments('list what stays', second);
  await update('update what is gone', first, { firstName: 'Back' });
  await go('delete again', 'deleteCustomer', `/v1/customers/${first}`);
  await create('create after a delete', { email: 'four@example.com' });
  await read('read the third', third);
  return steps;
}

interface Visit {
  readonly method?: string;
  readonly body?: unknown;
  readonly authorization?: string;
  readonly type?: string;
}

// The keys of this table are the operations.
const OPERATIONS = Object.keys(operations) as readonly OperationId[];

const STRANGERS = [
  '',
  basic('one', 'wrong'),
  basic('nobody', 'key'),
  'Bearer abc',
  'Basic %%%',
  `Basic ${btoa('one')}`,
];

const UNKNOWN: readonly (readonly [OperationId, string])[] = [
  ['retrieveCustomer', '/v1/customers/unknown'],
  ['updateCustomer', '/v1/customers/unknown'],
  ['deleteCustomer', '/v1/customers/unknown'],
  ['listPaymentInstruments', '/v1/customers/unknown/payment-instruments'],
  ['deletePaymentInstrument', '/v1/customers/unknown/payment-instruments/unknown'],
];

function addressOf(operation: OperationId, customerId: string, token: string): string {
  // Whatever a stranger is let in to delete must not be missed by a later step.
  const id = operation === 'deleteCustomer' ? 'nobody' : customerId;
  const instrument = operation === 'deletePaymentInstrument' ? 'nothing' : token;
  return operations[operation].path.replace('{customerId}', id).replace('{token}', instrument);
}

function bodyOf(operation: OperationId, customerId = 'x', token = 'y'): unknown {
  switch (operation) {
    case 'createCustomer':
      return {
        email: 'five@example.com',
        firstName: 'A',
        lastName: 'B',
        phone: '1',
        metadata: { segment: 's' },
        referenceId: 'Tour-5',
      };
    case 'updateCustomer':
      return { ...fixtures.CustomerUpdateFull, referenceId: 'Tour-1' };
    case 'createPayment':
      return {
        ...fixtures.PaymentCreateGuide,
        customerId,
        paymentMethod: { source: 'token', paymentInstrument: { token } },
      };
    case 'createSession':
      return { ...fixtures.SessionCreateGuide, customerId };
    default:
      return undefined;
  }
}

/** Values that break a keyword, whatever its bound. */
function valuesFor(keyword: string, sound: unknown): readonly unknown[] {
  switch (keyword) {
    case 'type':
      return [typeof sound === 'string' ? 7 : 'text'];
    case 'minLength':
      return [''];
    case 'minProperties':
      return [{}];
    case 'minimum':
      return [-1, 0];
    case 'maximum':
      return [2_147_483_648];
    case 'format':
      return ['no address', 2_147_483_648];
    default:
      return [undefined];
  }
}

function idIn(step: Step | undefined): string | undefined {
  try {
    const value: unknown = JSON.parse(step?.body ?? '');
    const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
    return typeof id === 'string' && id !== '' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes as text, one character each, so that bytes that are no UTF-8 are told apart too. */
function latin1(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
}
