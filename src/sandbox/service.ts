/**
 * What the operations do, once a request is known to be right and whose it is: one function for each. Nothing here knows HTTP;
 * faults decorate this object.
 */
import {
  createCustomer,
  deleteCustomer,
  listCustomers,
  retrieveCustomer,
  updateCustomer,
} from './customers.ts';
import { deletePaymentInstrument, listPaymentInstruments } from './instruments.ts';
import type { Outcome } from './outcome.ts';
import { createPayment } from './payments.ts';
import { completeSession, createSession } from './sessions.ts';
import type {
  Customer,
  CustomerCreate,
  CustomerUpdate,
  Payment,
  PaymentCreate,
  PaymentInstrument,
  Session,
  SessionCreate,
  Tenant,
  World,
} from './world.ts';

export interface Service {
  createCustomer(tenant: Tenant, body: CustomerCreate): Outcome<Customer>;
  listCustomers(tenant: Tenant): Outcome<readonly Customer[]>;
  retrieveCustomer(tenant: Tenant, customerId: string): Outcome<Customer>;
  updateCustomer(tenant: Tenant, customerId: string, body: CustomerUpdate): Outcome<Customer>;
  deleteCustomer(tenant: Tenant, customerId: string): Outcome<undefined>;
  listPaymentInstruments(tenant: Tenant, customerId: string): Outcome<readonly PaymentInstrument[]>;
  deletePaymentInstrument(tenant: Tenant, customerId: string, token: string): Outcome<undefined>;
  createPayment(tenant: Tenant, body: PaymentCreate): Outcome<Payment>;
  /** @param origin where the completion page is served. */
  createSession(tenant: Tenant, body: SessionCreate, origin: string): Outcome<Session>;
  /** What a payer does on the completion page; no operation of the contract. */
  completeSession(sessionId: string, card: string): Outcome<PaymentInstrument>;
}

export function createService(world: World): Service {
  return {
    createCustomer: (tenant, body) => createCustomer(world, tenant, body),
    listCustomers: (tenant) => listCustomers(world, tenant),
    retrieveCustomer: (tenant, customerId) => retrieveCustomer(world, tenant, customerId),
    updateCustomer: (tenant, customerId, body) => updateCustomer(world, tenant, customerId, body),
    deleteCustomer: (tenant, customerId) => deleteCustomer(world, tenant, customerId),
    listPaymentInstruments: (tenant, customerId) => listPaymentInstruments(world, tenant, customerId),
    deletePaymentInstrument: (tenant, customerId, token) =>
      deletePaymentInstrument(world, tenant, customerId, token),
    createPayment: (tenant, body) => createPayment(world, tenant, body),
    createSession: (tenant, body, origin) => createSession(world, tenant, body, origin),
    completeSession: (sessionId, card) => completeSession(world, sessionId, card),
  };
}
