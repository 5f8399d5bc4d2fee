/** The form of a fault of memory: functions of the service that behave otherwise. */
import type { OperationId } from '../../../generated/operations.ts';
import type { Fault } from '../fault.ts';
import type { Service } from '../service.ts';
import type { StoredCustomer, Tenant, World } from '../world.ts';

export type Decorator = (inner: Service, world: World) => Partial<Service>;

/** A fault of the service: the functions that it names behave otherwise, the others stay. */
export function stateFault(
  id: string,
  title: string,
  operation: OperationId,
  caughtBy: string,
  decorate: Decorator,
): Fault {
  return {
    id,
    kind: 'state',
    title,
    operation,
    caughtBy,
    service: (inner, world) => ({ ...inner, ...decorate(inner, world) }),
  };
}

/** The others of a client, oldest first. */
export function others(tenant: Tenant, customerId: string): readonly StoredCustomer[] {
  return [...tenant.customers.values()].filter(({ id }) => id !== customerId);
}

/** Customers as they were before something happened to them. */
export function ghosts(): {
  keep(tenant: Tenant, id: string): void;
  of(tenant: Tenant, id: string): StoredCustomer | undefined;
  all(tenant: Tenant): readonly StoredCustomer[];
} {
  const kept = new Map<string, StoredCustomer>();
  const key = ({ clientId }: Tenant, id: string): string => `${clientId}:${id}`;
  return {
    keep(tenant, id) {
      const customer = tenant.customers.get(id);
      if (customer !== undefined) kept.set(key(tenant, id), customer);
    },
    of: (tenant, id) => kept.get(key(tenant, id)),
    all: (tenant) =>
      [...kept].filter(([name]) => name.startsWith(`${tenant.clientId}:`)).map(([, one]) => one),
  };
}
