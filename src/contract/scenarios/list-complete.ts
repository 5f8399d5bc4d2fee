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
    for (const { id } of created) {
      const times = entriesOf(jsonOf(exchange), 'id', id).length;
      const expected = 'the customer once';
      claim(times === 1, { exchange, at: 'body/*', expected, got: `${times} times` });
    }
  },
};
