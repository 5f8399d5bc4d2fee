/** Customers: created, listed, read, changed and deleted with all that belongs to them. */
import { done, type Outcome, refused } from './outcome.ts';
import type { Readings } from './readings.ts';
import {
  type Customer,
  type CustomerCreate,
  type CustomerUpdate,
  dropCustomer,
  keepCustomer,
  type StoredCustomer,
  type Tenant,
  type World,
} from './world.ts';

/** The fields that a request can write; whatever else a body holds is ignored (the contract leaves objects open). */
const WRITABLE = ['referenceId', 'email', 'firstName', 'lastName', 'phone', 'metadata'] as const;

/** Properties of the published record that no request can set. */
const NEVER_SET = ['description', 'document', 'identification', 'birthdate', 'address', 'status'] as const;

export function createCustomer(world: World, tenant: Tenant, body: CustomerCreate): Outcome<Customer> {
  const { readings, identifiers } = world;
  const fields = writable(body);
  if (!isIdentified(fields, readings)) {
    return refused('invalid', 'body: send a field that identifies the customer');
  }
  if (readings.email === 'required' && fields.email === undefined) return refused('email-required');
  if (isTaken(tenant, readings, fields.referenceId, undefined)) return refused('duplicate-reference');
  const customer = { ...fields, id: identifiers.next(readings.identifiers) };
  keepCustomer(tenant, customer);
  return done(shownCustomer(customer, readings));
}

export function listCustomers({ readings }: World, tenant: Tenant): Outcome<readonly Customer[]> {
  return done(Array.from(tenant.customers.values(), (customer) => shownCustomer(customer, readings)));
}

export function retrieveCustomer({ readings }: World, tenant: Tenant, customerId: string): Outcome<Customer> {
  const customer = tenant.customers.get(customerId);
  return customer === undefined ? refused('not-found') : done(shownCustomer(customer, readings));
}

export function updateCustomer(
  { readings }: World,
  tenant: Tenant,
  customerId: string,
  body: CustomerUpdate,
): Outcome<Customer> {
  const before = tenant.customers.get(customerId);
  if (before === undefined) return refused('not-found');
  const fields = writable(body);
  if (isTaken(tenant, readings, fields.referenceId, customerId)) return refused('duplicate-reference');
  const metadata =
    readings.metadataSemantics === 'merge' && fields.metadata !== undefined
      ? { metadata: { ...before.metadata, ...fields.metadata } }
      : {};
  const kept = readings.putSemantics === 'merge' ? before : {};
  const after = { ...kept, ...fields, ...metadata, id: customerId };
  keepCustomer(tenant, after);
  return done(shownCustomer(after, readings));
}

export function deleteCustomer({ readings }: World, tenant: Tenant, customerId: string): Outcome<undefined> {
  const customer = tenant.customers.get(customerId);
  if (customer === undefined) {
    const again = readings.deleteTwice === 204 && tenant.deleted.has(customerId);
    return again ? done(undefined) : refused('not-found');
  }
  dropCustomer(tenant, customer);
  return done(undefined);
}

function isIdentified(fields: CustomerCreate, { identifyingFields }: Readings): boolean {
  if (identifyingFields === 'any') return Object.keys(fields).length > 0;
  return fields.referenceId !== undefined || fields.email !== undefined;
}

function isTaken(
  tenant: Tenant,
  { duplicateReferenceId }: Readings,
  referenceId: string | undefined,
  own: string | undefined,
): boolean {
  if (duplicateReferenceId === 'accept' || referenceId === undefined) return false;
  const owner = tenant.references.get(referenceId);
  return owner !== undefined && owner !== own;
}

function writable(body: CustomerCreate): CustomerCreate {
  const entries = WRITABLE.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]] as const]));
  return Object.fromEntries(entries);
}

/** A stored customer as an answer: the name is computed from its parts. */
export function shownCustomer(customer: StoredCustomer, { absentValues }: Readings): Customer {
  const { id, referenceId, email, firstName, lastName, phone, metadata } = customer;
  const name =
    firstName === undefined ? lastName : lastName === undefined ? firstName : `${firstName} ${lastName}`;
  const shown = { id, referenceId, email, name, firstName, lastName, phone, metadata };
  // JSON leaves undefined out.
  if (absentValues === 'omit') return shown as Customer;
  const absent = Object.fromEntries(NEVER_SET.map((property) => [property, null]));
  const filled = Object.fromEntries(
    Object.entries(shown).map(([property, value]) => [property, value ?? null]),
  );
  // Every property but id may be null.
  return { ...filled, ...absent } as unknown as Customer;
}
