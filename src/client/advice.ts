/** How to find out what became of a write whose outcome is unknown. */
import type { OperationId } from '../../generated/operations.ts';

const ADVICE: Partial<Readonly<Record<OperationId, string>>> = {
  createCustomer: 'look for its referenceId in customers.list() before you create it again',
  updateCustomer: 'retrieve the customer, or send the same update again',
  deleteCustomer: 'retrieve the customer, or delete it again',
  deletePaymentInstrument: 'list the instruments, or delete it again',
  createPayment: 'find the payment by its referenceId before you charge again',
  createSession: 'start another session with another referenceId; an unused one expires',
};

/** What to do, after a colon; empty for reads, which may simply be repeated. */
export function adviceFor(operation: OperationId): string {
  const advice = ADVICE[operation];
  return advice === undefined ? '' : `; whether it happened is unknown: ${advice}`;
}
