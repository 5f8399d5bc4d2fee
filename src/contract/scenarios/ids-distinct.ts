import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import type { Scenario } from './scenario.ts';

export const idsDistinct: Scenario = {
  id: 'ids-distinct',
  title: 'No identifier is given out twice',
  why: 'A caller keeps the id beside its own record. An id that comes again, even after its customer was deleted, leads to the data of somebody else.',
  async run({ world, succeed, claim, name }) {
    const first = await world.create(name('first'));
    const second = await world.create(name('second'));
    const third = await world.create(name('third'));
    await succeed('deleteCustomer', { path: { customerId: third.id } });
    const fourth = await world.create(name('fourth'));
    const fifth = await world.create(name('fifth'));
    const seen = new Set<string>();
    for (const { id, exchange } of [first, second, third, fourth, fifth]) {
      claim(!seen.has(id), {
        exchange,
        at: 'body/id',
        expected: 'an id of its own',
        got: 'one that was given out',
      });
      seen.add(id);
    }
    const sessions = new Set<unknown>();
    for (const part of ['one', 'two']) {
      await world.customer('main');
      const exchange = await succeed('createSession', {
        body: world.body('createSession', name(part), 'main'),
      });
      const id = valueAt(jsonOf(exchange), '/id');
      claim(!sessions.has(id), {
        exchange,
        at: 'body/id',
        expected: 'an id of its own',
        got: 'one that was given out',
      });
      sessions.add(id);
    }
  },
};
