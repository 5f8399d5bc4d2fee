import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import type { Scenario } from './scenario.ts';

export const paymentsAnswered: Scenario = {
  id: 'payments-answered',
  title: 'Each charge is a payment of its own, under the reference that was sent',
  why: 'The reference is how a payment is found again when its answer was lost. Two charges under one id, or under another reference, cannot be told apart.',
  needs: ['instruments'],
  async run({ world, succeed, claim, name }) {
    const { id } = await world.create(name('one'));
    const token = await world.addInstrument(id);
    const seen = new Set<unknown>();
    for (const part of ['first', 'second']) {
      const body = world.payment(name(part), id, token);
      const exchange = await succeed('createPayment', { body });
      const answer = jsonOf(exchange);
      const sent = valueAt(body, '/referenceId');
      // The contract lets the answer leave the reference out.
      const said = valueAt(answer, '/referenceId') ?? sent;
      claim(said === sent, {
        exchange,
        at: 'body/referenceId',
        expected: 'what was sent',
        got: 'another text',
      });
      const payment = valueAt(answer, '/id');
      claim(!seen.has(payment), {
        exchange,
        at: 'body/id',
        expected: 'an id of its own',
        got: 'that of another payment',
      });
      seen.add(payment);
    }
  },
};
