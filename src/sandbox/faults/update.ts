/** Faults of updates: lost, stale, or reaching further than they were told. */
import { shownCustomer } from '../customers.ts';
import type { Fault } from '../fault.ts';
import { done } from '../outcome.ts';
import { keepCustomer } from '../world.ts';
import { ghosts, others, stateFault } from './state-fault.ts';

export const updateFaults: readonly Fault[] = [
  stateFault(
    'lost-update',
    'an update is answered as if it had happened, and is not kept',
    'updateCustomer',
    'update-visible',
    (inner) => ({
      updateCustomer(tenant, customerId, body) {
        const before = tenant.customers.get(customerId);
        const outcome = inner.updateCustomer(tenant, customerId, body);
        if (before !== undefined) keepCustomer(tenant, before);
        return outcome;
      },
    }),
  ),
  stateFault(
    'stale-read',
    'a read after an update still shows what was before',
    'retrieveCustomer',
    'update-visible',
    (inner, { readings }) => {
      const before = ghosts();
      return {
        updateCustomer(tenant, customerId, body) {
          before.keep(tenant, customerId);
          return inner.updateCustomer(tenant, customerId, body);
        },
        retrieveCustomer(tenant, customerId) {
          const outcome = inner.retrieveCustomer(tenant, customerId);
          const ghost = before.of(tenant, customerId);
          return outcome.ok && ghost !== undefined ? done(shownCustomer(ghost, readings)) : outcome;
        },
      };
    },
  ),
  stateFault(
    'stale-list',
    'the list after an update still shows what was before',
    'listCustomers',
    'update-visible',
    (inner, { readings }) => {
      const before = ghosts();
      return {
        updateCustomer(tenant, customerId, body) {
          before.keep(tenant, customerId);
          return inner.updateCustomer(tenant, customerId, body);
        },
        listCustomers(tenant) {
          const list = Array.from(
            tenant.customers.values(),
            (customer) => before.of(tenant, customer.id) ?? customer,
          );
          return done(list.map((customer) => shownCustomer(customer, readings)));
        },
      };
    },
  ),
  stateFault(
    'stale-update-answer',
    'an update is kept, and its answer shows what was before',
    'updateCustomer',
    'update-visible',
    (inner) => ({
      updateCustomer(tenant, customerId, body) {
        const before = inner.retrieveCustomer(tenant, customerId);
        const outcome = inner.updateCustomer(tenant, customerId, body);
        return outcome.ok ? before : outcome;
      },
    }),
  ),
  stateFault(
    'update-clears-metadata',
    'an update without metadata clears it, although it keeps everything else',
    'updateCustomer',
    'update-partial',
    (inner) => ({
      updateCustomer(tenant, customerId, body) {
        const outcome = inner.updateCustomer(tenant, customerId, body);
        const after = tenant.customers.get(customerId);
        if (!outcome.ok || after === undefined || body.metadata !== undefined) return outcome;
        const { metadata: _cleared, ...rest } = after;
        keepCustomer(tenant, rest);
        return inner.retrieveCustomer(tenant, customerId);
      },
    }),
  ),
  stateFault(
    'update-clears-phone',
    'an update without a phone clears it, although it keeps everything else',
    'updateCustomer',
    'update-partial',
    (inner) => ({
      updateCustomer(tenant, customerId, body) {
        const outcome = inner.updateCustomer(tenant, customerId, body);
        const after = tenant.customers.get(customerId);
        if (!outcome.ok || after === undefined || body.phone !== undefined) return outcome;
        const { phone: _cleared, ...rest } = after;
        keepCustomer(tenant, rest);
        return inner.retrieveCustomer(tenant, customerId);
      },
    }),
  ),
  stateFault(
    'update-changes-id',
    'an update gives the customer another id',
    'updateCustomer',
    'update-visible',
    (inner, world) => ({
      updateCustomer(tenant, customerId, body) {
        const outcome = inner.updateCustomer(tenant, customerId, body);
        const after = tenant.customers.get(customerId);
        if (!outcome.ok || after === undefined) return outcome;
        const id = world.identifiers.next(world.readings.identifiers);
        tenant.customers.delete(customerId);
        keepCustomer(tenant, { ...after, id });
        return inner.retrieveCustomer(tenant, id);
      },
    }),
  ),
  stateFault(
    'update-touches-another',
    'an update changes the first name of another customer too',
    'updateCustomer',
    'update-visible',
    (inner) => ({
      updateCustomer(tenant, customerId, body) {
        const outcome = inner.updateCustomer(tenant, customerId, body);
        for (const other of outcome.ok ? others(tenant, customerId).slice(-1) : []) {
          keepCustomer(tenant, { ...other, firstName: 'Changed' });
        }
        return outcome;
      },
    }),
  ),
  stateFault(
    'update-creates',
    'an update of an unknown customer creates one',
    'updateCustomer',
    'unknown-id',
    (inner) => ({
      updateCustomer(tenant, customerId, body) {
        if (!tenant.customers.has(customerId)) keepCustomer(tenant, { id: customerId, ...body });
        return inner.updateCustomer(tenant, customerId, body);
      },
    }),
  ),
  stateFault(
    'update-not-idempotent',
    'the same update a second time clears the phone',
    'updateCustomer',
    'update-repeated',
    (inner) => {
      let last = '';
      return {
        updateCustomer(tenant, customerId, body) {
          const outcome = inner.updateCustomer(tenant, customerId, body);
          const now = `${customerId} ${JSON.stringify(body)}`;
          const again = now === last;
          last = now;
          const after = tenant.customers.get(customerId);
          if (!again || !outcome.ok || after === undefined) return outcome;
          const { phone: _cleared, ...rest } = after;
          keepCustomer(tenant, rest);
          return inner.retrieveCustomer(tenant, customerId);
        },
      };
    },
  ),
];
