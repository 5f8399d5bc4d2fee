/** Faults of saved instruments: under the wrong customer, gone too early, or chargeable too long. */

import type { Fault } from '../fault.ts';
import { instrumentOf, shownInstrument } from '../instruments.ts';
import { done, type Outcome } from '../outcome.ts';
import {
  keepInstrument,
  type PaymentInstrument,
  type StoredInstrument,
  type Tenant,
  type World,
} from '../world.ts';
import { others, stateFault } from './state-fault.ts';

type Listed = readonly PaymentInstrument[];

/** A fault in what a customer's list shows. */
function listed(
  id: string,
  title: string,
  caughtBy: string,
  change: (list: Listed, tenant: Tenant, world: World, customerId: string) => Listed,
): Fault {
  return stateFault(id, title, 'listPaymentInstruments', caughtBy, (inner, world) => ({
    listPaymentInstruments(tenant, customerId): Outcome<Listed> {
      const outcome = inner.listPaymentInstruments(tenant, customerId);
      return outcome.ok ? done(change(outcome.value, tenant, world, customerId)) : outcome;
    },
  }));
}

function all(tenant: Tenant): readonly StoredInstrument[] {
  return [...tenant.instruments.values()].flat();
}

/** Takes one instrument away, as a delete does. */
function drop(tenant: Tenant, gone: StoredInstrument): void {
  const list = tenant.instruments.get(gone.customerId) ?? [];
  tenant.instruments.set(
    gone.customerId,
    list.filter(({ token }) => token !== gone.token),
  );
  tenant.deleted.add(gone.token);
}

export const instrumentFaults: readonly Fault[] = [
  listed(
    'instrument-listed-under-another',
    'the list of a customer shows the instruments of all',
    'instruments-isolated',
    (_list, tenant, world) => all(tenant).map((instrument) => shownInstrument(instrument, world)),
  ),
  listed('instruments-newest-missing', 'the newest instrument is not listed', 'instruments-listed', (list) =>
    list.slice(0, -1),
  ),
  listed('instruments-repeat-one', 'the last instrument is listed twice', 'instruments-listed', (list) => [
    ...list,
    ...list.slice(-1),
  ]),
  listed(
    'instrument-token-changes',
    'an instrument has another token each time it is listed',
    'instruments-listed',
    (list, _tenant, world) =>
      list.map((instrument) => ({
        ...instrument,
        token: world.identifiers.next(world.readings.identifiers),
      })),
  ),
  stateFault(
    'instruments-of-unknown-customer',
    'the instruments of an unknown customer are an empty list',
    'listPaymentInstruments',
    'unknown-id',
    (inner) => ({
      listPaymentInstruments: (tenant, customerId) =>
        tenant.customers.has(customerId) ? inner.listPaymentInstruments(tenant, customerId) : done([]),
    }),
  ),
  stateFault(
    'instruments-outlive-customer',
    'the instruments of a deleted customer are still listed',
    'deleteCustomer',
    'instruments-go-with-customer',
    (inner) => {
      const kept = new Map<string, Listed>();
      return {
        deleteCustomer(tenant, customerId) {
          const before = inner.listPaymentInstruments(tenant, customerId);
          if (before.ok) kept.set(`${tenant.clientId}:${customerId}`, before.value);
          return inner.deleteCustomer(tenant, customerId);
        },
        listPaymentInstruments(tenant, customerId) {
          const ghost = kept.get(`${tenant.clientId}:${customerId}`);
          return ghost === undefined ? inner.listPaymentInstruments(tenant, customerId) : done(ghost);
        },
      };
    },
  ),
  stateFault(
    'customer-delete-takes-all-instruments',
    'deleting a customer deletes the instruments of every other customer too',
    'deleteCustomer',
    'instruments-go-with-customer',
    (inner) => ({
      deleteCustomer(tenant, customerId) {
        const outcome = inner.deleteCustomer(tenant, customerId);
        if (outcome.ok) for (const instrument of all(tenant)) drop(tenant, instrument);
        return outcome;
      },
    }),
  ),
  stateFault(
    'instrument-delete-does-nothing',
    'deleting an instrument is answered with success, and nothing is deleted',
    'deletePaymentInstrument',
    'instrument-deleted-alone',
    (inner) => ({
      deletePaymentInstrument(tenant, customerId, token) {
        const owner = instrumentOf(tenant, token)?.customerId;
        return owner === customerId
          ? done(undefined)
          : inner.deletePaymentInstrument(tenant, customerId, token);
      },
    }),
  ),
  stateFault(
    'instrument-delete-deletes-all',
    'deleting one instrument deletes all of the customer',
    'deletePaymentInstrument',
    'instrument-deleted-alone',
    (inner) => ({
      deletePaymentInstrument(tenant, customerId, token) {
        const outcome = inner.deletePaymentInstrument(tenant, customerId, token);
        for (const other of outcome.ok ? (tenant.instruments.get(customerId) ?? []) : []) drop(tenant, other);
        return outcome;
      },
    }),
  ),
  stateFault(
    'instrument-delete-deletes-another',
    'deleting an instrument deletes another one of the customer instead, where there is one',
    'deletePaymentInstrument',
    'instrument-deleted-alone',
    (inner) => ({
      deletePaymentInstrument(tenant, customerId, token) {
        const list = tenant.instruments.get(customerId) ?? [];
        const other = list.some((one) => one.token === token)
          ? list.find((one) => one.token !== token)
          : undefined;
        return inner.deletePaymentInstrument(tenant, customerId, other?.token ?? token);
      },
    }),
  ),
  stateFault(
    'instrument-delete-through-another',
    'an instrument can be deleted through a customer who does not own it',
    'deletePaymentInstrument',
    'instruments-isolated',
    (inner) => ({
      deletePaymentInstrument(tenant, customerId, token) {
        const owner = tenant.customers.has(customerId) ? instrumentOf(tenant, token)?.customerId : undefined;
        return inner.deletePaymentInstrument(tenant, owner ?? customerId, token);
      },
    }),
  ),
  stateFault(
    'instrument-delete-of-unknown-succeeds',
    'deleting an instrument that never was is answered with success',
    'deletePaymentInstrument',
    'unknown-id',
    (inner) => ({
      deletePaymentInstrument(tenant, customerId, token) {
        const outcome = inner.deletePaymentInstrument(tenant, customerId, token);
        return tenant.customers.has(customerId) ? done(undefined) : outcome;
      },
    }),
  ),
  stateFault(
    'deleted-instrument-chargeable',
    'the token of a deleted instrument can still be charged',
    'deletePaymentInstrument',
    'deleted-token-unusable',
    (inner) => {
      const deleted = new Map<string, StoredInstrument>();
      return {
        deletePaymentInstrument(tenant, customerId, token) {
          const before = instrumentOf(tenant, token);
          if (before !== undefined) deleted.set(token, before);
          return inner.deletePaymentInstrument(tenant, customerId, token);
        },
        createPayment(tenant, body) {
          const ghost = deleted.get(body.paymentMethod.paymentInstrument.token);
          if (ghost === undefined) return inner.createPayment(tenant, body);
          keepInstrument(tenant, ghost);
          const outcome = inner.createPayment(tenant, body);
          drop(tenant, ghost);
          return outcome;
        },
      };
    },
  ),
  stateFault(
    'session-saves-nothing',
    'a completed session saves no instrument',
    'createSession',
    'instruments-listed',
    (inner) => ({
      completeSession(sessionId, card) {
        const outcome = inner.completeSession(sessionId, card);
        return outcome;
      },
      listPaymentInstruments(tenant, customerId) {
        const outcome = inner.listPaymentInstruments(tenant, customerId);
        return outcome.ok ? done([]) : outcome;
      },
    }),
  ),
  stateFault(
    'session-saves-for-another',
    'a completed session saves its instrument for another customer, where there is one',
    'createSession',
    'instruments-listed',
    (inner) => ({
      createSession(tenant, body, origin) {
        const { customerId } = body;
        const other = customerId === undefined ? undefined : others(tenant, customerId).at(-1);
        return inner.createSession(
          tenant,
          other === undefined ? body : { ...body, customerId: other.id },
          origin,
        );
      },
    }),
  ),
  stateFault(
    'payment-of-unknown-token',
    'a token that was never given out is charged',
    'createPayment',
    'unknown-token-refused',
    (inner, world) => ({
      createPayment(tenant, body) {
        const outcome = inner.createPayment(tenant, body);
        if (outcome.ok || outcome.problem !== 'unknown-token') return outcome;
        const { token } = body.paymentMethod.paymentInstrument;
        if (instrumentOf(tenant, token) !== undefined || tenant.deleted.has(token)) return outcome;
        return done({
          id: world.identifiers.next(world.readings.identifiers),
          referenceId: body.referenceId,
          status: 'approved',
        });
      },
    }),
  ),
  stateFault(
    'payment-reference-changed',
    'a payment comes back under another reference',
    'createPayment',
    'payments-answered',
    (inner) => ({
      createPayment(tenant, body) {
        const outcome = inner.createPayment(tenant, body);
        return outcome.ok ? done({ ...outcome.value, referenceId: `${body.referenceId}-1` }) : outcome;
      },
    }),
  ),
  stateFault(
    'payments-share-id',
    'all payments have the id of the first',
    'createPayment',
    'payments-answered',
    (inner) => {
      let first: string | undefined;
      return {
        createPayment(tenant, body) {
          const outcome = inner.createPayment(tenant, body);
          if (!outcome.ok) return outcome;
          first ??= outcome.value.id;
          return done({ ...outcome.value, id: first });
        },
      };
    },
  ),
];
