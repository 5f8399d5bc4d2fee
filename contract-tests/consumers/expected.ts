/** What consumers print, by kind: values of the contract's first examples, which Prism answers with, and what a check says. */
import { type Fixtures, fixtures } from '../../generated/fixtures.ts';
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';

/** The first documented example of an operation's success. */
function answerOf(operation: OperationId): Fixtures[keyof Fixtures] {
  const { responses, success }: OperationDescription = operations[operation];
  const name = Object.values(responses[success]?.examples ?? {})[0];
  const [, example] = Object.entries(fixtures).find(([key]) => key === name) ?? [];
  if (example === undefined) throw new Error(`the success of ${operation} has no example`);
  return example;
}

export function expectedLines(): Readonly<Record<string, readonly string[]>> {
  return {
    'save-a-card': savedCard(),
    check: ['the server: kept', 'the broken sandbox: exit code 1, clients-isolated'],
  };
}

function savedCard(): readonly string[] {
  // The tables name the model of each example; these are the models of the four operations.
  const customer = answerOf('createCustomer') as Fixtures['CustomerCreated'];
  const session = answerOf('createSession') as Fixtures['SessionStarted'];
  const instruments = answerOf('listPaymentInstruments') as Fixtures['PaymentInstrumentListGuide'];
  const payment = answerOf('createPayment') as Fixtures['PaymentApproved'];
  return [
    `customer ${customer.id}`,
    `session ${session.actions?.[0]?.href}`,
    `instruments ${instruments.length}`,
    `payment ${payment.status}`,
    'deleted',
  ];
}
