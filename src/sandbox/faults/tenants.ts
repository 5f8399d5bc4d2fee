/** Faults of tenancy: one client sees, changes or charges what belongs to another. */
import type { Fault } from '../fault.ts';
import { instrumentOf } from '../instruments.ts';
import { done } from '../outcome.ts';
import type { Tenant, World } from '../world.ts';
import { stateFault } from './state-fault.ts';

/** The client that has a customer, whoever asks. */
function ownerOf({ tenants }: World, asking: Tenant, customerId: string): Tenant {
  if (asking.customers.has(customerId)) return asking;
  return [...tenants.values()].find(({ customers }) => customers.has(customerId)) ?? asking;
}

export const tenantFaults: readonly Fault[] = [
  stateFault(
    'tenant-leak-list',
    'the list has the customers of every client',
    'listCustomers',
    'clients-isolated',
    (inner, { tenants }) => ({
      listCustomers() {
        const lists = [...tenants.values()].map((tenant) => inner.listCustomers(tenant));
        return done(lists.flatMap((outcome) => (outcome.ok ? outcome.value : [])));
      },
    }),
  ),
  stateFault(
    'tenant-leak-retrieve',
    'a client can read the customers of another',
    'retrieveCustomer',
    'clients-isolated',
    (inner, world) => ({
      retrieveCustomer: (tenant, id) => inner.retrieveCustomer(ownerOf(world, tenant, id), id),
    }),
  ),
  stateFault(
    'tenant-leak-update',
    'a client can change the customers of another',
    'updateCustomer',
    'clients-isolated',
    (inner, world) => ({
      updateCustomer: (tenant, id, body) => inner.updateCustomer(ownerOf(world, tenant, id), id, body),
    }),
  ),
  stateFault(
    'tenant-leak-delete',
    'a client can delete the customers of another',
    'deleteCustomer',
    'clients-isolated',
    (inner, world) => ({
      deleteCustomer: (tenant, id) => inner.deleteCustomer(ownerOf(world, tenant, id), id),
    }),
  ),
  stateFault(
    'tenant-leak-instruments',
    "a client can list the instruments of another's customers",
    'listPaymentInstruments',
    'clients-isolated',
    (inner, world) => ({
      listPaymentInstruments: (tenant, id) => inner.listPaymentInstruments(ownerOf(world, tenant, id), id),
    }),
  ),
  stateFault(
    'tenant-leak-instrument-delete',
    "a client can delete the instruments of another's customers",
    'deletePaymentInstrument',
    'client-tokens-isolated',
    (inner, world) => ({
      deletePaymentInstrument: (tenant, id, token) =>
        inner.deletePaymentInstrument(ownerOf(world, tenant, id), id, token),
    }),
  ),
  stateFault(
    'tenant-leak-token',
    'a client can charge the tokens of another',
    'createPayment',
    'client-tokens-isolated',
    (inner, { tenants }) => ({
      createPayment(tenant, body) {
        const { token } = body.paymentMethod.paymentInstrument;
        const owner =
          instrumentOf(tenant, token) === undefined
            ? [...tenants.values()].find((one) => instrumentOf(one, token) !== undefined)
            : undefined;
        const instrument = owner === undefined ? undefined : instrumentOf(owner, token);
        // Charged for the customer who owns it, so that nothing else stands in the way.
        return owner === undefined || instrument === undefined
          ? inner.createPayment(tenant, body)
          : inner.createPayment(owner, { ...body, customerId: instrument.customerId });
      },
    }),
  ),
  stateFault(
    'reference-unique-across-clients',
    'a reference that another client uses is refused',
    'createCustomer',
    'clients-isolated',
    (inner, { tenants }) => ({
      createCustomer(tenant, body) {
        const { referenceId } = body;
        const taken = [...tenants.values()].some(
          ({ clientId, references }) =>
            clientId !== tenant.clientId && referenceId !== undefined && references.has(referenceId),
        );
        return taken ? { ok: false, problem: 'duplicate-reference' } : inner.createCustomer(tenant, body);
      },
    }),
  ),
];
