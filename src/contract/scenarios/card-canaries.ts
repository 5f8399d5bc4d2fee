import type { Scenario } from './scenario.ts';

export const cardCanaries: Scenario = {
  id: 'card-canaries',
  title: 'A card number that was sent by mistake does not come back',
  why: 'Integrators paste whole requests of other APIs. An answer that quotes the card puts it into their logs. The judge finds the number; this scenario sends it.',
  needs: ['card-canaries'],
  async run({ world, send, name }) {
    const card = { number: canary(), cvc: '737', expMonth: 12, expYear: 2030 };
    const { id } = await world.create(name('one'));
    const payment = world.payment(name('charge'), id, canary());
    await send('createPayment', { body: payment });
    await send('createPayment', { body: { ...payment, paymentMethod: { source: 'card', card } } });
    await send('createPayment', { body: { ...payment, merchantId: canary() } });
    await send('createCustomer', { body: { email: canary() } });
    await send('retrieveCustomer', { path: { customerId: canary() } });
    await send('deletePaymentInstrument', { path: { customerId: id, token: canary() } });
  },
};

/** A number that card schemes have set aside for tests, put together here so that it stands nowhere as a whole. */
export function canary(): string {
  return ['5555', '5555', '5555', '4444'].join('');
}
