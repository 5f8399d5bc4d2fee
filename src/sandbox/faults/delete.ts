/** Faults of deletes: nothing goes, too much goes, or what went comes back. */
import { shownCustomer } from '../customers.ts';
import type { Fault } from '../fault.ts';
import { done } from '../outcome.ts';
import { dropCustomer, keepCustomer } from '../world.ts';
import { ghosts, others, stateFault } from './state-fault.ts';

export const deleteFaults: readonly Fault[] = [
  stateFault(
    'deleted-customer-readable',
    'a deleted customer can still be read',
    'deleteCustomer',
    'delete-means-gone',
    (inner, { readings }) => {
      const deleted = ghosts();
      return {
        deleteCustomer(tenant, customerId) {
          deleted.keep(tenant, customerId);
          return inner.deleteCustomer(tenant, customerId);
        },
        retrieveCustomer(tenant, customerId) {
          const ghost = deleted.of(tenant, customerId);
          return ghost === undefined
            ? inner.retrieveCustomer(tenant, customerId)
            : done(shownCustomer(ghost, readings));
        },
      };
    },
  ),
  stateFault(
    'deleted-customer-listed',
    'a deleted customer stays in the list',
    'deleteCustomer',
    'delete-means-gone',
    (inner, { readings }) => {
      const deleted = ghosts();
      return {
        deleteCustomer(tenant, customerId) {
          deleted.keep(tenant, customerId);
          return inner.deleteCustomer(tenant, customerId);
        },
        listCustomers(tenant) {
          const outcome = inner.listCustomers(tenant);
          const extra = deleted.all(tenant).map((ghost) => shownCustomer(ghost, readings));
          return outcome.ok ? done([...outcome.value, ...extra]) : outcome;
        },
      };
    },
  ),
  stateFault(
    'deleted-customer-updatable',
    'a deleted customer can still be changed, and comes back by it',
    'updateCustomer',
    'delete-means-gone',
    (inner) => {
      const deleted = ghosts();
      return {
        deleteCustomer(tenant, customerId) {
          deleted.keep(tenant, customerId);
          return inner.deleteCustomer(tenant, customerId);
        },
        updateCustomer(tenant, customerId, body) {
          const ghost = deleted.of(tenant, customerId);
          if (ghost !== undefined && !tenant.customers.has(customerId)) keepCustomer(tenant, ghost);
          return inner.updateCustomer(tenant, customerId, body);
        },
      };
    },
  ),
  stateFault(
    'delete-does-nothing',
    'a delete is answered with success, and nothing is deleted',
    'deleteCustomer',
    'delete-means-gone',
    (inner) => ({
      deleteCustomer: (tenant, customerId) =>
        tenant.customers.has(customerId) ? done(undefined) : inner.deleteCustomer(tenant, customerId),
    }),
  ),
  stateFault(
    'delete-deletes-all',
    'deleting one customer deletes all of the client',
    'deleteCustomer',
    'delete-means-gone',
    (inner) => ({
      deleteCustomer(tenant, customerId) {
        const outcome = inner.deleteCustomer(tenant, customerId);
        for (const customer of outcome.ok ? [...tenant.customers.values()] : [])
          dropCustomer(tenant, customer);
        return outcome;
      },
    }),
  ),
  stateFault(
    'delete-deletes-another',
    'deleting a customer deletes the newest of the others instead',
    'deleteCustomer',
    'delete-means-gone',
    (inner) => ({
      deleteCustomer(tenant, customerId) {
        const other = tenant.customers.has(customerId) ? others(tenant, customerId).at(-1) : undefined;
        return inner.deleteCustomer(tenant, other?.id ?? customerId);
      },
    }),
  ),
  stateFault(
    'delete-of-unknown-succeeds',
    'deleting a customer that never was is answered with success',
    'deleteCustomer',
    'unknown-id',
    (inner) => ({
      deleteCustomer(tenant, customerId) {
        inner.deleteCustomer(tenant, customerId);
        return done(undefined);
      },
    }),
  ),
  stateFault(
    'id-reused',
    'a new customer gets the id of the one that was deleted last',
    'createCustomer',
    'ids-distinct',
    (inner, { readings }) => {
      let free: string | undefined;
      return {
        deleteCustomer(tenant, customerId) {
          const outcome = inner.deleteCustomer(tenant, customerId);
          if (outcome.ok) free = customerId;
          return outcome;
        },
        createCustomer(tenant, body) {
          const outcome = inner.createCustomer(tenant, body);
          if (!outcome.ok || free === undefined) return outcome;
          const renamed = { ...tenant.customers.get(outcome.value.id), id: free };
          tenant.customers.delete(outcome.value.id);
          keepCustomer(tenant, renamed);
          free = undefined;
          return done(shownCustomer(renamed, readings));
        },
      };
    },
  ),
];
