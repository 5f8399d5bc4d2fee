import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import type { Scenario } from './scenario.ts';

export const instrumentsListed: Scenario = {
  id: 'instruments-listed',
  title: 'Every saved instrument is listed once, and stays as it is',
  why: 'The list is read just before a charge. A card that the payer has just entered and that is not in it, or stands in it twice, cannot be chosen.',
  needs: ['instruments'],
  async run({ world, succeed, claim, same, name }) {
    const { id } = await world.create(name('one'));
    const path = { customerId: id };
    for (const saved of [1, 2, 3]) {
      await world.completeSession(id);
      const exchange = await succeed('listPaymentInstruments', { path });
      const tokens = tokensIn(jsonOf(exchange));
      const expected = `${saved} instruments after ${saved} completed sessions`;
      claim(tokens.length === saved, { exchange, at: 'body', expected, got: String(tokens.length) });
      const distinct = new Set(tokens).size;
      claim(distinct === tokens.length, {
        exchange,
        at: 'body/*/token',
        expected: 'each once',
        got: 'one twice',
      });
    }
    const before = await succeed('listPaymentInstruments', { path });
    const after = await succeed('listPaymentInstruments', { path });
    same(after, byToken(jsonOf(before)), byToken(jsonOf(after)), 'as in the list before');
  },
};

function tokensIn(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list.map((one) => valueAt(one, '/token')) : [];
}

/** No order of the list is promised. */
function byToken(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return Object.fromEntries(list.map((one) => [String(valueAt(one, '/token')), one]));
}
