/** The state of a sandbox: who its clients are, and what each of them has. */
import type { components } from '../../generated/types.ts';
import { createIdentifiers, type Identifiers } from './random.ts';
import { type Readings, readingsFrom } from './readings.ts';

type Schemas = components['schemas'];
export type CustomerCreate = Schemas['CustomerCreate'];
export type CustomerUpdate = Schemas['CustomerUpdate'];
export type Customer = Schemas['Customer'];
export type PaymentInstrument = Schemas['PaymentInstrument'];
export type PaymentCreate = Schemas['PaymentCreate'];
export type Payment = Schemas['Payment'];
export type SessionCreate = Schemas['SessionCreate'];
export type Session = Schemas['Session'];

/** A customer as it is kept: what was sent, and its identifier. */
export interface StoredCustomer extends CustomerCreate {
  readonly id: string;
}

/** An instrument as it is kept: a card by its id, never a number. */
export interface StoredInstrument {
  readonly token: string;
  readonly customerId: string;
  readonly card: string;
  readonly expMonth: number;
  /** Four digits. */
  readonly expYear: number;
  readonly life: 'store' | 'temporal';
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export interface StoredSession {
  readonly id: string;
  readonly clientId: string;
  readonly customerId: string | undefined;
  readonly life: 'store' | 'temporal';
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly returnUrl: string | undefined;
  readonly completed: boolean;
}

export interface StoredPayment {
  readonly id: string;
  readonly referenceId: string;
  readonly status: 'approved' | 'denied' | 'authorized';
  readonly customerId: string | undefined;
  readonly token: string;
  readonly total: number;
  readonly currency: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** What one client has. */
export interface Tenant {
  readonly clientId: string;
  readonly customers: Map<string, StoredCustomer>;
  /** Customers by `referenceId`; the newest where several may have the same. */
  readonly references: Map<string, string>;
  /** Instruments by customer, oldest first. */
  readonly instruments: Map<string, StoredInstrument[]>;
  readonly payments: Map<string, StoredPayment>;
  /** Identifiers of customers and tokens that were deleted. */
  readonly deleted: Set<string>;
}

export interface World {
  readonly readings: Readings;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly identifiers: Identifiers;
  readonly tenants: Map<string, Tenant>;
  readonly sessions: Map<string, StoredSession>;
}

export interface WorldOptions {
  readonly clientIds: readonly string[];
  readonly readings: Partial<Readings>;
  readonly seed: number;
  readonly now: () => number;
}

export function createWorld({ clientIds, readings, seed, now }: WorldOptions): World {
  return {
    readings: readingsFrom(readings),
    now,
    identifiers: createIdentifiers(seed),
    tenants: new Map(clientIds.map((clientId) => [clientId, createTenant(clientId)])),
    sessions: new Map(),
  };
}

function createTenant(clientId: string): Tenant {
  return {
    clientId,
    customers: new Map(),
    references: new Map(),
    instruments: new Map(),
    payments: new Map(),
    deleted: new Set(),
  };
}

/** A copy of the state as plain data that JSON can hold; the form may change between versions of this package. */
export interface Snapshot {
  /** How many identifiers were made. */
  readonly position: number;
  /** What each client has. */
  readonly tenants: readonly {
    readonly clientId: string;
    readonly customers: readonly StoredCustomer[];
    readonly instruments: readonly StoredInstrument[];
    readonly payments: readonly StoredPayment[];
    readonly deleted: readonly string[];
  }[];
  /** The sessions of all clients. */
  readonly sessions: readonly StoredSession[];
}

export function snapshotOf({ identifiers, tenants, sessions }: World): Snapshot {
  return structuredClone({
    position: identifiers.position(),
    tenants: [...tenants.values()].map(({ clientId, customers, instruments, payments, deleted }) => ({
      clientId,
      customers: [...customers.values()],
      instruments: [...instruments.values()].flat(),
      payments: [...payments.values()],
      deleted: [...deleted],
    })),
    sessions: [...sessions.values()],
  });
}

/** Replaces the whole state. */
export function restore(world: World, snapshot: Snapshot): void {
  clear(world);
  world.identifiers.at(snapshot.position);
  for (const { clientId, customers, instruments, payments, deleted } of structuredClone(snapshot.tenants)) {
    const tenant = createTenant(clientId);
    world.tenants.set(clientId, tenant);
    for (const customer of customers) keepCustomer(tenant, customer);
    for (const instrument of instruments) keepInstrument(tenant, instrument);
    for (const payment of payments) tenant.payments.set(payment.id, payment);
    for (const id of deleted) tenant.deleted.add(id);
  }
  for (const session of structuredClone(snapshot.sessions)) world.sessions.set(session.id, session);
}

/** Forgets everything but the clients. */
export function clear(world: World): void {
  world.identifiers.at(0);
  for (const clientId of world.tenants.keys()) world.tenants.set(clientId, createTenant(clientId));
  world.sessions.clear();
}

export function keepCustomer(tenant: Tenant, customer: StoredCustomer): void {
  const before = tenant.customers.get(customer.id);
  if (before?.referenceId !== undefined && tenant.references.get(before.referenceId) === before.id) {
    tenant.references.delete(before.referenceId);
  }
  tenant.customers.set(customer.id, customer);
  if (customer.referenceId !== undefined) tenant.references.set(customer.referenceId, customer.id);
}

/** Removes a customer with its instruments. */
export function dropCustomer(tenant: Tenant, customer: StoredCustomer): void {
  tenant.customers.delete(customer.id);
  tenant.deleted.add(customer.id);
  if (customer.referenceId !== undefined && tenant.references.get(customer.referenceId) === customer.id) {
    tenant.references.delete(customer.referenceId);
  }
  for (const { token } of tenant.instruments.get(customer.id) ?? []) tenant.deleted.add(token);
  tenant.instruments.delete(customer.id);
}

export function keepInstrument(tenant: Tenant, instrument: StoredInstrument): void {
  const list = tenant.instruments.get(instrument.customerId);
  if (list === undefined) tenant.instruments.set(instrument.customerId, [instrument]);
  else list.push(instrument);
}
