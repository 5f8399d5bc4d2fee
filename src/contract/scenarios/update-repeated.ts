import { jsonOf } from '../run/json.ts';
import { entriesOf, type Scenario, sentPart } from './scenario.ts';
import { pairsOf } from './update-visible.ts';

export const updateRepeated: Scenario = {
  id: 'update-repeated',
  title: 'The same update a second time changes nothing',
  why: 'PUT is idempotent (RFC 9110, section 9.2.2): a client repeats it when an answer was lost, and must end where it would have been.',
  async run({ world, succeed, same, claim, name }) {
    const { id, sent } = await world.create(name('one'));
    const path = { customerId: id };
    const body = { ...sent, firstName: 'Repeated', metadata: { ...pairsOf(sent), round: 'one' } };
    await succeed('updateCustomer', { path, body });
    const before = jsonOf(await succeed('retrieveCustomer', { path }));
    const again = await succeed('updateCustomer', { path, body });
    same(again, { id, ...body }, sentPart({ id, ...body }, jsonOf(again)), 'what was sent');
    const after = await succeed('retrieveCustomer', { path });
    same(after, withoutTimes(before), withoutTimes(jsonOf(after)), 'as after the first time');
    const list = await succeed('listCustomers');
    const times = entriesOf(jsonOf(list), 'id', id).length;
    claim(times === 1, {
      exchange: list,
      at: 'body/*',
      expected: 'the customer once',
      got: `${times} times`,
    });
  },
};

/** A server may note when it was last told the same. */
function withoutTimes(answer: unknown): unknown {
  const members = Object.entries(typeof answer === 'object' && answer !== null ? answer : {});
  return Object.fromEntries(members.filter(([name]) => !/At$|^version$/.test(name)));
}
