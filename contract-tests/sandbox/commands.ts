/** Everything that clients and payers can do, as random commands that run against the model and the sandbox side by side. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { SandboxError } from '../../src/sandbox.ts';
import { type Called, type JudgedSandbox, ONE, TWO } from './judged.ts';
import {
  charged,
  clash,
  createStatus,
  type Fields,
  HOUR,
  listed,
  type Model,
  type ModelCustomer,
  mine,
  saved,
  shown,
  updated,
} from './model.ts';

export interface Real {
  readonly sandbox: JudgedSandbox;
  now: number;
}

type Command = fc.AsyncCommand<Model, Real>;

function command<Arguments>(
  name: string,
  given: fc.Arbitrary<Arguments>,
  run: (model: Model, real: Real, given: Arguments) => Promise<void>,
): fc.Arbitrary<Command> {
  return given.map((chosen) => ({
    check: () => true,
    run: (model, real) => run(model, real, chosen),
    toString: () => `${name}(${fc.stringify(chosen)})`,
  }));
}

const client = fc.nat({ max: 1 });
const which = fc.nat({ max: 7 });
const text = fc.oneof(fc.constantFrom('a', 'b'), fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }));
const fields: fc.Arbitrary<Fields> = fc
  .record(
    {
      referenceId: fc.constantFrom('r1', 'r2', 'r3'),
      email: fc.constantFrom('a@example.com', 'B+c@example.com'),
      firstName: text,
      lastName: text,
      phone: text,
      metadata: fc.dictionary(
        fc.constantFrom('k', 'K', '__proto__x', 'constructor', ' '),
        fc.string({ maxLength: 3 }),
        { maxKeys: 2 },
      ),
    },
    { requiredKeys: [] },
  )
  .filter((chosen) => Object.keys(chosen).length > 0);

const authorizations = [ONE, TWO];
const as = (chosen: number): { readonly authorization: string } => ({
  authorization: authorizations[chosen] ?? ONE,
});
const at = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % (items.length || 1)];
const idOf = (customer: ModelCustomer | undefined): string => customer?.id ?? 'nobody';

/** The customer, if that client can see it. */
function seenBy(model: Model, chosen: number, index: number): readonly [string, ModelCustomer | undefined] {
  const customer = at(model.customers, index);
  return [idOf(customer), mine(model, chosen).find((one) => one === customer)];
}

function answered({ status, json }: Called, expected: number, body?: unknown): void {
  deepStrictEqual(status, expected);
  if (body !== undefined) deepStrictEqual(json, JSON.parse(JSON.stringify(body)));
}

const create = command('create', fc.tuple(client, fields), async (model, { sandbox }, [chosen, sent]) => {
  const called = await sandbox.call('POST', '/v1/customers', { ...as(chosen), body: sent });
  const expected = createStatus(model, chosen, sent);
  answered(called, expected);
  if (expected >= 300) return;
  const { id } = called.json;
  ok(!model.customers.some((customer) => customer.id === id), 'the id is fresh');
  const customer = { id, client: chosen, fields: sent, instruments: [], deleted: false };
  model.customers.push(customer);
  answered(called, expected, shown(customer, model.readings));
});

const list = command('list', client, async (model, { sandbox }, chosen) => {
  const expected = mine(model, chosen).map((customer) => shown(customer, model.readings));
  answered(await sandbox.call('GET', '/v1/customers', as(chosen)), 200, expected);
});

const retrieve = command('retrieve', fc.tuple(client, which), async (model, { sandbox }, [chosen, index]) => {
  const [id, customer] = seenBy(model, chosen, index);
  const called = await sandbox.call('GET', `/v1/customers/${id}`, as(chosen));
  if (customer === undefined) return answered(called, model.readings.notFoundStatus);
  answered(called, 200, shown(customer, model.readings));
});

const update = command(
  'update',
  fc.tuple(client, which, fields),
  async (model, { sandbox }, [chosen, index, sent]) => {
    const [id, customer] = seenBy(model, chosen, index);
    const called = await sandbox.call('PUT', `/v1/customers/${id}`, { ...as(chosen), body: sent });
    if (customer === undefined) return answered(called, model.readings.notFoundStatus);
    if (clash(model, chosen, sent, customer)) return answered(called, 400);
    customer.fields = updated(customer.fields, sent, model.readings);
    answered(called, 200, shown(customer, model.readings));
  },
);

const remove = command('delete', fc.tuple(client, which), async (model, { sandbox }, [chosen, index]) => {
  const { readings } = model;
  const [id, customer] = seenBy(model, chosen, index);
  const called = await sandbox.call('DELETE', `/v1/customers/${id}`, as(chosen));
  if (customer !== undefined) {
    customer.deleted = true;
    model.deletedTokens.push(...customer.instruments.map(({ token }) => token));
    return answered(called, 204);
  }
  const before = model.customers.some((one) => one.id === id && one.client === chosen);
  answered(called, before && readings.deleteTwice === 204 ? 204 : readings.notFoundStatus);
});

const start = command(
  'startSession',
  fc.tuple(client, which, fc.constantFrom('store', 'temporal'), fc.constantFrom('tokenization', 'checkout')),
  async (model, { sandbox, now }, [chosen, index, life, type]) => {
    const [customerId, customer] = seenBy(model, chosen, index);
    const settings = { tokenization: { type: life } };
    const body = { merchantId: 1, referenceId: 's', type, customerId, settings };
    const called = await sandbox.call('POST', '/v1/sessions', { ...as(chosen), body });
    if (customer === undefined || type !== 'tokenization') return answered(called, 400);
    answered(called, model.readings.createStatus);
    const { id, expiresAt, actions } = called.json;
    const expires = now + HOUR / 2;
    deepStrictEqual([Date.parse(expiresAt), actions[0].rel], [expires, model.readings.sessionRel]);
    model.sessions.push({
      id,
      customer,
      temporal: life === 'temporal',
      expiresAt: expires,
      completed: false,
    });
  },
);

const CARDS = [
  'visa-credit',
  'visa-prepaid',
  'visa-declined',
  'mastercard-expired',
  'mastercard-debit',
] as const;

const complete = command(
  'completeSession',
  fc.tuple(which, fc.constantFrom(...CARDS, 'no-card')),
  async (model, { sandbox }, [index, card]) => {
    const session = at(model.sessions, index);
    const open = session !== undefined && !session.completed && model.now < session.expiresAt;
    let token: string | undefined;
    try {
      token = sandbox.completeSession(session?.id ?? 'none', { card }).token;
    } catch (error) {
      ok(error instanceof SandboxError);
    }
    const works = open && card !== 'no-card' && session.customer?.deleted === false;
    deepStrictEqual(token !== undefined, works);
    if (session === undefined || token === undefined) return;
    session.completed = true;
    session.customer?.instruments.push(saved(model, token, card, session.temporal));
  },
);

const listInstruments = command(
  'listInstruments',
  fc.tuple(client, which),
  async (model, { sandbox }, [chosen, index]) => {
    const [id, customer] = seenBy(model, chosen, index);
    const called = await sandbox.call('GET', `/v1/customers/${id}/payment-instruments`, as(chosen));
    if (customer === undefined) return answered(called, model.readings.notFoundStatus);
    answered(called, 200);
    const members = called.json.map(
      ({ name: _, type: __, issuer: ___, ...rest }: Record<string, unknown>): unknown => rest,
    );
    deepStrictEqual(members, listed(model, customer));
  },
);

const deleteInstrument = command(
  'deleteInstrument',
  fc.tuple(client, which, which, which),
  async (model, { sandbox }, [chosen, index, from, number]) => {
    const [id, customer] = seenBy(model, chosen, index);
    // Mostly one of its own, at times one of somebody else.
    const source = from < 6 ? (customer ?? at(model.customers, from)) : at(model.customers, from);
    const token = at(source?.instruments ?? [], number)?.token ?? at(model.deletedTokens, number) ?? 'none';
    const called = await sandbox.call(
      'DELETE',
      `/v1/customers/${id}/payment-instruments/${token}`,
      as(chosen),
    );
    const { readings } = model;
    if (customer === undefined) return answered(called, readings.notFoundStatus);
    const found = customer.instruments.find((one) => one.token === token && model.now < one.goneAt);
    if (found !== undefined) {
      customer.instruments = customer.instruments.filter((one) => one !== found);
      model.deletedTokens.push(token);
      return answered(called, 204);
    }
    // Which repeated deletes count is looser than the model: the token of a deleted one, within the client.
    ok(called.status === readings.notFoundStatus || called.status === readings.deleteTwice);
  },
);

const charge = command(
  'charge',
  fc.record({
    by: client,
    owner: which,
    named: fc.constantFrom('owner', 'other', 'nobody'),
    number: which,
    total: fc.constantFrom(0, 1, 19.99, 0.005, 1_000, 1_000.01, 100_000, 100_001),
    capture: fc.constantFrom('automatic', 'manual', undefined),
  }),
  async (model, { sandbox }, { by, owner, named, number, total, capture }) => {
    const customer = at(model.customers, owner);
    const token = at(customer?.instruments ?? [], number)?.token ?? at(model.deletedTokens, number) ?? 'none';
    const payer =
      named === 'owner' ? customer : named === 'other' ? at(model.customers, owner + 1) : undefined;
    const body = {
      merchantId: 1,
      referenceId: 'o',
      customerId: payer?.id,
      amount: { total, currency: 'UYU' },
      paymentMethod: { source: 'token', paymentInstrument: { token } },
      capture: capture === undefined ? undefined : { method: capture },
    };
    const called = await sandbox.call('POST', '/v1/payments', { ...as(by), body });
    const [status, outcome] = charged(model, by, payer, token, total, capture);
    answered(called, status);
    if (outcome !== undefined) deepStrictEqual(called.json.status, outcome);
  },
);

const wait = command('wait', fc.constantFrom(1, 23, 24, 24 * 40, 24 * 800), async (model, real, hours) => {
  model.now += hours * HOUR;
  real.now += hours * HOUR;
});

const save: fc.Arbitrary<Command> = fc.tuple(start, complete).map(([first, second]) => ({
  check: () => true,
  run: async (model, real) => {
    await first.run(model, real);
    await second.run(model, real);
  },
  toString: () => `${first.toString()}, ${second.toString()}`,
}));

export const commands: readonly fc.Arbitrary<Command>[] = [
  create,
  create,
  list,
  retrieve,
  update,
  remove,
  start,
  complete,
  save,
  save,
  listInstruments,
  deleteInstrument,
  charge,
  charge,
  wait,
];
