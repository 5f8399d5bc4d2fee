import type { OperationId } from '../../../generated/operations.ts';
import type { Step } from '../run/run.ts';
import type { Scenario } from './scenario.ts';

export const cardCanaries: Scenario = {
  id: 'card-canaries',
  title: 'A card number that was sent by mistake does not come back',
  why: 'Integrators paste whole requests of other APIs. An answer that quotes the card puts it into their logs.',
  needs: ['card-canaries'],
  async run({ world, send, claim, name }) {
    const number = canary();
    const card = { number, cvc: '737', expMonth: 12, expYear: 2030 };
    const { id } = await world.create(name('one'));
    const payment = world.payment(name('charge'), id, number);
    const mistakes: readonly (readonly [OperationId, Omit<Step, 'case' | 'operation'>])[] = [
      ['createPayment', { body: payment }],
      ['createPayment', { body: { ...payment, paymentMethod: { source: 'card', card } } }],
      ['createPayment', { body: { ...payment, merchantId: number } }],
      ['createCustomer', { body: { email: number } }],
      ['retrieveCustomer', { path: { customerId: number } }],
      ['deletePaymentInstrument', { path: { customerId: id, token: number } }],
    ];
    for (const [operation, step] of mistakes) {
      const exchange = await send(operation, step);
      const { headers, body } = exchange.response;
      const said = [new TextDecoder().decode(body), ...headers.values()].join('\n');
      const quoted = said.includes(number);
      claim(!quoted, { exchange, at: 'body', expected: 'nothing of the card', got: 'its whole number' });
    }
  },
};

/** A number that card schemes have set aside for tests, put together here so that it stands nowhere as a whole. */
export function canary(): string {
  return ['5555', '5555', '5555', '4444'].join('');
}
