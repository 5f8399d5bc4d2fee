import { jsonOf } from '../run/json.ts';
import { entryOf, type Scenario } from './scenario.ts';

export const readsAreSafe: Scenario = {
  id: 'reads-are-safe',
  title: 'Reading changes nothing',
  why: 'GET is safe by definition (RFC 9110, section 9.2.1): caches, monitors and retries repeat it without asking.',
  async run({ world, succeed, same, name }) {
    const { id, answer } = await world.create(name('one'));
    const path = { customerId: id };
    for (const turn of ['first', 'second', 'third']) {
      const read = await succeed('retrieveCustomer', { path });
      same(read, answer, jsonOf(read), `as before the ${turn} read`);
      const list = await succeed('listCustomers');
      same(list, answer, entryOf(jsonOf(list), 'id', id), `as before the ${turn} list`, 'body/*');
    }
    const before = await succeed('listPaymentInstruments', { path });
    const after = await succeed('listPaymentInstruments', { path });
    same(after, jsonOf(before), jsonOf(after), 'as in the list before');
  },
};
