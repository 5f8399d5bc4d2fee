import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import type { Scenario } from './scenario.ts';

export const deletedTokenUnusable: Scenario = {
  id: 'deleted-token-unusable',
  title: 'The token of a deleted instrument charges nothing',
  why: 'A payer who removes a card takes back the permission to charge it. The charge is refused, or comes back denied.',
  needs: ['instruments'],
  async run({ world, send, succeed, claim, name }) {
    const { id } = await world.create(name('one'));
    const token = await world.addInstrument(id);
    await succeed('deletePaymentInstrument', { path: { customerId: id, token } });
    const exchange = await send('createPayment', { body: world.payment(name('charge'), id, token) });
    const said = notCharged(exchange);
    claim(said === undefined, {
      exchange,
      at: 'status',
      expected: 'no charge of a deleted token',
      got: said ?? '',
    });
  },
};

/** What a charge became that must not succeed; `undefined` when it was refused or denied. */
export function notCharged(exchange: Parameters<typeof jsonOf>[0]): string | undefined {
  const { status } = exchange.response;
  if (status >= 400) return undefined;
  const outcome = valueAt(jsonOf(exchange), '/status');
  return outcome === 'denied' || outcome === 'failed' ? undefined : `${status} ${String(outcome)}`;
}
