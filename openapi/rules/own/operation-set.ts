import { operationsOf } from '../../../src/contract/document.ts';
import { pointer } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

/** What the vendor documents, and not one operation more: nothing creates an instrument or marks one as the default. */
const OPERATIONS: Readonly<Record<string, string>> = {
  createCustomer: 'post /v1/customers',
  listCustomers: 'get /v1/customers',
  retrieveCustomer: 'get /v1/customers/{customerId}',
  updateCustomer: 'put /v1/customers/{customerId}',
  deleteCustomer: 'delete /v1/customers/{customerId}',
  listPaymentInstruments: 'get /v1/customers/{customerId}/payment-instruments',
  deletePaymentInstrument: 'delete /v1/customers/{customerId}/payment-instruments/{token}',
  createPayment: 'post /v1/payments',
  createSession: 'post /v1/sessions',
};

export const operationSet: Rule = {
  id: 'operation-set',
  title: 'The document describes the nine documented operations, each under its own name',
  why: 'A missing operation leaves consumers without a method; an invented one fails on the live API.',
  *check(document) {
    const found = new Map<string, string>();
    for (const { operation, method, path, pointer: place } of operationsOf(document)) {
      const route = `${method} ${path}`;
      found.set(operation.operationId, route);
      if (OPERATIONS[operation.operationId] !== route) {
        yield {
          pointer: place,
          message: `"${operation.operationId}" at ${route} is not a documented operation`,
        };
      }
    }
    for (const [operationId, route] of Object.entries(OPERATIONS)) {
      if (found.get(operationId) !== route) {
        yield { pointer: pointer('paths'), message: `${operationId} (${route}) is missing` };
      }
    }
  },
};
