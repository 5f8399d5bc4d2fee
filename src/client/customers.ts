import type { Call } from './call.ts';
import type { Customer, CustomerCreate, CustomerUpdate } from './models.ts';
import type { RequestOptions } from './options.ts';

/** Customer records. Every method rejects with a `PlexoError`; statuses arrive as `ApiError` and its subclasses. */
export interface Customers {
  /**
   * Creates a customer and resolves to the stored record with its new `id`.
   *
   * Send at least one identifying field; `referenceId` with a valid `email` is what the testing environment accepted.
   * No idempotency key is documented: after a lost answer look for your `referenceId` before creating again.
   */
  create(body: CustomerCreate, options?: RequestOptions): Promise<Customer>;
  /** Lists the client's customers. Paging is not documented, so the whole answer is one array. */
  list(options?: RequestOptions): Promise<Customer[]>;
  /** Reads one customer by its Plexo `id`. Rejects with `NotFoundError` where there is none. */
  retrieve(customerId: string, options?: RequestOptions): Promise<Customer>;
  /**
   * Writes fields of a customer and resolves to the record after the change.
   *
   * Whether fields left out are kept is not documented: send all that you want to keep.
   */
  update(customerId: string, body: CustomerUpdate, options?: RequestOptions): Promise<Customer>;
  /** Deletes a customer and the data associated with it. */
  delete(customerId: string, options?: RequestOptions): Promise<void>;
}

export function createCustomers(call: Call): Customers {
  return {
    create: (body, options) => call({ operation: 'createCustomer', body, options }),
    list: (options) => call({ operation: 'listCustomers', options }),
    retrieve: (customerId, options) => call({ operation: 'retrieveCustomer', path: { customerId }, options }),
    update: (customerId, body, options) =>
      call({ operation: 'updateCustomer', path: { customerId }, body, options }),
    delete: (customerId, options) => call({ operation: 'deleteCustomer', path: { customerId }, options }),
  };
}
