/** Faults of reading: lists that lack or repeat something, and reads that change what they read. */
import type { Fault } from '../fault.ts';
import { done } from '../outcome.ts';
import { type Customer, keepCustomer } from '../world.ts';
import { stateFault } from './state-fault.ts';

function listed(
  id: string,
  title: string,
  caughtBy: string,
  change: (list: readonly Customer[]) => readonly Customer[],
): Fault {
  return stateFault(id, title, 'listCustomers', caughtBy, (inner) => ({
    listCustomers(tenant) {
      const outcome = inner.listCustomers(tenant);
      return outcome.ok ? done(change(outcome.value)) : outcome;
    },
  }));
}

export const listFaults: readonly Fault[] = [
  listed('list-newest-missing', 'the list lacks the newest customer', 'list-complete', (list) =>
    list.slice(0, -1),
  ),
  listed('list-repeats-one', 'the list has its last customer twice', 'list-complete', (list) => [
    ...list,
    ...list.slice(-1),
  ]),
  listed('list-empty', 'the list is always empty', 'create-read-agree', () => []),
  listed('list-without-metadata', 'the list leaves metadata out', 'create-read-agree', (list) =>
    // Metadata is optional.
    list.map(({ metadata: _left, ...rest }) => rest as Customer),
  ),
  stateFault(
    'list-changes-state',
    'listing the customers changes the phone of the newest',
    'listCustomers',
    'reads-are-safe',
    (inner) => ({
      listCustomers(tenant) {
        const outcome = inner.listCustomers(tenant);
        const newest = [...tenant.customers.values()].at(-1);
        if (newest !== undefined) keepCustomer(tenant, { ...newest, phone: '+59800000000' });
        return outcome;
      },
    }),
  ),
  stateFault(
    'retrieve-changes-state',
    'each read of a customer is counted in its metadata',
    'retrieveCustomer',
    'reads-are-safe',
    (inner) => ({
      retrieveCustomer(tenant, customerId) {
        const outcome = inner.retrieveCustomer(tenant, customerId);
        const read = tenant.customers.get(customerId);
        const reads = String(Number(read?.metadata?.['reads'] ?? 0) + 1);
        if (read !== undefined) keepCustomer(tenant, { ...read, metadata: { ...read.metadata, reads } });
        return outcome;
      },
    }),
  ),
  stateFault(
    'retrieve-of-unknown-succeeds',
    'reading an unknown customer answers with another one',
    'retrieveCustomer',
    'unknown-id',
    (inner) => ({
      retrieveCustomer(tenant, customerId) {
        const [other] = tenant.customers.keys();
        return inner.retrieveCustomer(
          tenant,
          tenant.customers.has(customerId) ? customerId : (other ?? customerId),
        );
      },
    }),
  ),
];
