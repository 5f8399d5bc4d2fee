import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import { entriesOf, type Scenario } from './scenario.ts';

export const concurrentCreates: Scenario = {
  id: 'concurrent-creates',
  title: 'Creates with one reference at the same time end in order',
  why: 'Two workers that pick up one job send the same customer at once. Whether a second one is refused is an open question; that every accepted one exists once, under an id of its own, is not.',
  async run({ world, send, succeed, claim, name }) {
    const body = world.body('createCustomer', name('same'), 'none');
    const exchanges = await Promise.all(Array.from({ length: 4 }, () => send('createCustomer', { body })));
    const ids: string[] = [];
    for (const exchange of exchanges) {
      const { status } = exchange.response;
      const id = valueAt(jsonOf(exchange), '/id');
      if (status < 300 && typeof id === 'string') {
        const expected = 'an id of its own';
        claim(!ids.includes(id), { exchange, at: 'body/id', expected, got: 'that of another answer' });
        ids.push(id);
      } else {
        const refused = status >= 400 && status < 500;
        claim(refused, { exchange, at: 'status', expected: 'accepted or refused', got: String(status) });
      }
    }
    const [first] = exchanges;
    if (first === undefined) return;
    claim(ids.length > 0, {
      exchange: first,
      at: 'status',
      expected: 'one of them accepted',
      got: 'all refused',
    });
    const later = await send('createCustomer', { body });
    const unique = later.response.status >= 400 && later.response.status < 500;
    // A server that refuses a second one afterwards has promised to have one.
    const got = `${ids.length} accepted at once, and the next one refused`;
    claim(!unique || ids.length <= 1, { exchange: later, at: 'status', expected: 'one accepted', got });
    const list = await succeed('listCustomers');
    for (const id of new Set(ids)) {
      const times = entriesOf(jsonOf(list), 'id', id).length;
      claim(times === 1, {
        exchange: list,
        at: 'body/*',
        expected: 'each accepted one once',
        got: `${times} times`,
      });
    }
  },
};
