/** What must compile and what must not. `tsc` judges this file; at run time there is little left to see. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type ApiError,
  type BadRequestError,
  type ClientOptions,
  type ConnectionError,
  type Customer,
  createPlexoClient,
  type ErrorOf,
  knownValues,
  type NotFoundError,
  type Payment,
  type PaymentInstrument,
  type PlexoClient,
  type PlexoError,
} from '../index.ts';

const options: ClientOptions = {
  clientId: 'client',
  apiKey: 'key',
  environment: 'testing',
  fetch: async () => Response.json([]),
};
/** Created inside of each test, because a failure outside of them would stop the tests of others that run beside these. */
const create = (): PlexoClient => createPlexoClient(options);

describe('the throwing view', () => {
  it('resolves to the named models', () => {
    const plexo = create();
    expectTypeOf(plexo.customers.retrieve).returns.resolves.toEqualTypeOf<Customer>();
    expectTypeOf(plexo.customers.list).returns.resolves.toEqualTypeOf<Customer[]>();
    expectTypeOf(plexo.customers.delete).returns.resolves.toEqualTypeOf<void>();
    expectTypeOf(plexo.payments.create).returns.resolves.toEqualTypeOf<Payment>();
    expectTypeOf(plexo.paymentInstruments.list).returns.resolves.toEqualTypeOf<PaymentInstrument[]>();
  });

  it('refuses wrong arguments', () => {
    const plexo = create();
    const refused = (): unknown[] => [
      // @ts-expect-error an id is a string
      plexo.customers.retrieve(7),
      // @ts-expect-error a misspelt property in a literal
      plexo.customers.create({ emial: 'customer@example.com' }),
      // @ts-expect-error metadata holds texts
      plexo.customers.create({ metadata: { n: 1 } }),
      // @ts-expect-error the amount is missing
      plexo.payments.create({
        merchantId: 1,
        referenceId: 'r',
        paymentMethod: { source: 'token', paymentInstrument: { token: 't' } },
      }),
      // @ts-expect-error there is no such option
      plexo.customers.list({ retries: 3 }),
      // @ts-expect-error nothing creates an instrument directly
      plexo.paymentInstruments.create({}),
    ];
    expect(refused).toBeTypeOf('function');
  });

  it('takes options that may be undefined, as strict consumers pass them', () => {
    const plexo = create();
    const signal = undefined as AbortSignal | undefined;
    const timeoutMs = undefined as number | undefined;
    expectTypeOf(plexo.customers.list).toBeCallableWith({ signal, timeoutMs, headers: undefined });
    expectTypeOf(createPlexoClient).toBeCallableWith({
      ...options,
      baseUrl: undefined,
      on: undefined,
      validation: undefined,
    });
  });

  it('promises nothing that may be absent', () => {
    expectTypeOf<Customer['id']>().toEqualTypeOf<string>();
    expectTypeOf<Customer['email']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<PaymentInstrument['expYear']>().toEqualTypeOf<number | null | undefined>();
  });
});

describe('open lists', () => {
  it('know some values and take every other one', () => {
    type Status = NonNullable<PaymentInstrument['status']>;
    expectTypeOf<'Ok'>().toExtend<Status>();
    expectTypeOf<string>().toExtend<Status>();
    expect(knownValues.PaymentInstrument.status).toEqual(['Ok', 'active']);
    // @ts-expect-error a number is no status
    const wrong: Status = 7;
    expect(wrong).toBe(7);
  });
});

describe('the result view', () => {
  it('narrows by ok', async () => {
    const plexo = create();
    const result = await plexo.result.customers.list();
    if (result.ok) expectTypeOf(result.data).toEqualTypeOf<Customer[]>();
    else expectTypeOf(result.error).toEqualTypeOf<ErrorOf<'listCustomers'>>();
    // @ts-expect-error the value is there only when the call succeeded
    expect(result.data).toEqual([]);
    expectTypeOf(result.meta.attempts).toEqualTypeOf<number>();
  });

  it('types errors per operation', () => {
    expectTypeOf<NotFoundError>().toExtend<ErrorOf<'retrieveCustomer'>>();
    expectTypeOf<BadRequestError | ApiError | ConnectionError>().toExtend<ErrorOf<'createCustomer'>>();
    expectTypeOf<ErrorOf<'createPayment'>>().toExtend<PlexoError>();
    expectTypeOf<Error>().not.toExtend<ErrorOf<'createPayment'>>();
    type Named<Failure, Name> = Extract<Failure, { readonly name: Name }>;
    expectTypeOf<Named<ErrorOf<'createCustomer'>, 'BadRequestError'>>().toEqualTypeOf<BadRequestError>();
    expectTypeOf<Named<ErrorOf<'retrieveCustomer'>, 'NotFoundError'>>().toEqualTypeOf<NotFoundError>();
    expectTypeOf<Named<ErrorOf<'createCustomer'>, 'NotFoundError'>>().toBeNever();
  });
});
