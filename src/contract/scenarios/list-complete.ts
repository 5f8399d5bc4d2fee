import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import { entriesOf, type Scenario } from './scenario.ts';

export const listComplete: Scenario = {
  id: 'list-complete',
  title: 'The list has every customer once',
  why: 'The contract has no paging: whoever reads the list takes it for the whole. One that is missing is lost, one that stands twice is charged twice.',
  async run({ world, succeed, claim, name }) {
    const created = [
      await world.create(name('first')),
      await world.create(name('second')),
      await world.create(name('third')),
    ];
    const exchange = await succeed('listCustomers');
    const body = jsonOf(exchange);
    const list = Array.isArray(body) ? body : [];
    for (const { id, sent } of created) {
      const times = entriesOf(list, 'id', id).length;
      const expected = 'the customer once';
      claim(times === 1, { exchange, at: 'body/*', expected, got: `${times} times` });
      const reference = sent['referenceId'];
      const alike = list.filter((one) => valueAt(one, '/referenceId') === reference).length;
      claim(alike <= 1, {
        exchange,
        at: 'body/*',
        expected: 'one of its reference',
        got: `${alike} of them`,
      });
    }
  },
};
