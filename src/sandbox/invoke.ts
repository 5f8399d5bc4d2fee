/** The one place where an operation's id becomes a call of the service. */
import type { OperationId } from '../../generated/operations.ts';
import type { Outcome } from './outcome.ts';
import type { Service } from './service.ts';
import type { CustomerCreate, CustomerUpdate, PaymentCreate, SessionCreate, Tenant } from './world.ts';

export interface Call {
  readonly tenant: Tenant;
  /** Path parameters; the gate has seen that they are there. */
  readonly path: Readonly<Record<string, string>>;
  /** The parsed body; the gate has held it to the operation's schema. */
  readonly body: unknown;
  /** Of the request, which only a session needs. */
  readonly origin: () => string;
}

/** The casts hold because the gate held the body to the schema that the type is generated from. */
export function invoke(service: Service, operation: OperationId, call: Call): Outcome<unknown> {
  const { tenant, path, body, origin } = call;
  const { customerId = '', token = '' } = path;
  switch (operation) {
    case 'createCustomer':
      return service.createCustomer(tenant, body as CustomerCreate);
    case 'listCustomers':
      return service.listCustomers(tenant);
    case 'retrieveCustomer':
      return service.retrieveCustomer(tenant, customerId);
    case 'updateCustomer':
      return service.updateCustomer(tenant, customerId, body as CustomerUpdate);
    case 'deleteCustomer':
      return service.deleteCustomer(tenant, customerId);
    case 'listPaymentInstruments':
      return service.listPaymentInstruments(tenant, customerId);
    case 'deletePaymentInstrument':
      return service.deletePaymentInstrument(tenant, customerId, token);
    case 'createPayment':
      return service.createPayment(tenant, body as PaymentCreate);
    case 'createSession':
      return service.createSession(tenant, body as SessionCreate, origin());
  }
}
