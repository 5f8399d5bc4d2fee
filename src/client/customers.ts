import type { Invoke } from './invoke.ts';
import type { Customer, CustomerCreate, CustomerUpdate } from './models.ts';
import type { RequestOptions } from './options.ts';
import type { ErrorOf, Result } from './result.ts';

/** Customer records. Every method rejects with a `PlexoError`; error statuses arrive as `ApiError` and its subclasses. */
export interface Customers {
  /**
   * Creates a customer and resolves to the stored record with its new `id`.
   *
   * Send at least one identifying field; `referenceId` with a valid `email` is what the testing environment accepted.
   * No idempotency key is documented, so the request is repeated only when nothing was sent: when `outcome` is
   * `unknown`, look for your `referenceId` in `list()` before creating again.
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

/** The methods of `Customers`, resolving to a `Result` and never rejecting. */
export interface CustomerResults {
  /** As `customers.create`. */
  create(
    body: CustomerCreate,
    options?: RequestOptions,
  ): Promise<Result<Customer, ErrorOf<'createCustomer'>>>;
  /** As `customers.list`. */
  list(options?: RequestOptions): Promise<Result<Customer[], ErrorOf<'listCustomers'>>>;
  /** As `customers.retrieve`. */
  retrieve(
    customerId: string,
    options?: RequestOptions,
  ): Promise<Result<Customer, ErrorOf<'retrieveCustomer'>>>;
  /** As `customers.update`. */
  update(
    customerId: string,
    body: CustomerUpdate,
    options?: RequestOptions,
  ): Promise<Result<Customer, ErrorOf<'updateCustomer'>>>;
  /** As `customers.delete`; `meta.deletedEarlier` tells whether an earlier attempt had done it. */
  delete(customerId: string, options?: RequestOptions): Promise<Result<void, ErrorOf<'deleteCustomer'>>>;
}

export function customerMethods(invoke: Invoke) {
  return {
    create: (body: CustomerCreate, options?: RequestOptions) =>
      invoke({ operation: 'createCustomer', body, options }),
    list: (options?: RequestOptions) => invoke({ operation: 'listCustomers', options }),
    retrieve: (customerId: string, options?: RequestOptions) =>
      invoke({ operation: 'retrieveCustomer', path: { customerId }, options }),
    update: (customerId: string, body: CustomerUpdate, options?: RequestOptions) =>
      invoke({ operation: 'updateCustomer', path: { customerId }, body, options }),
    delete: (customerId: string, options?: RequestOptions) =>
      invoke({ operation: 'deleteCustomer', path: { customerId }, options }),
  };
}
