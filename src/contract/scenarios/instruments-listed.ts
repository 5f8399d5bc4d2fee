import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import type { Scenario } from './scenario.ts';

export const instrumentsListed: Scenario = {
  id: 'instruments-listed',
  title: 'A saved instrument is listed once, and stays as it is',
  why: 'The list is read just before a charge. One that shows a card twice, or another one each time, cannot be chosen from.',
  needs: ['instruments'],
  async run({ world, succeed, claim, same, name }) {
    const { id } = await world.create(name('one'));
    const path = { customerId: id };
    const tokens = [await world.addInstrument(id), await world.addInstrument(id)];
    const first = await succeed('listPaymentInstruments', { path });
    const list = jsonOf(first);
    const listed = Array.isArray(list) ? list.map((one) => valueAt(one, '/token')) : [];
    for (const token of tokens) {
      const times = listed.filter((one) => one === token).length;
      claim(times === 1, {
        exchange: first,
        at: 'body/*',
        expected: 'each instrument once',
        got: `${times} times`,
      });
    }
    const second = await succeed('listPaymentInstruments', { path });
    same(second, byToken(list), byToken(jsonOf(second)), 'as in the list before');
  },
};

/** No order of the list is promised. */
function byToken(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return Object.fromEntries(list.map((one) => [String(valueAt(one, '/token')), one]));
}
