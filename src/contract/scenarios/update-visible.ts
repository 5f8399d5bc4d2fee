import { jsonOf } from '../run/json.ts';
import { entryOf, type Scenario, sentPart } from './scenario.ts';

export const updateVisible: Scenario = {
  id: 'update-visible',
  title: 'An update is visible at once, and touches nothing else',
  why: 'A caller that reads after it wrote decides by what it reads. Everything is sent, so that servers that merge and servers that replace must end alike.',
  async run({ world, succeed, same, name }) {
    const bystander = await world.create(name('bystander'));
    const { id, sent, answer } = await world.create(name('changed'));
    const path = { customerId: id };
    // One change at a time: a change that is lost cannot hide behind another.
    const changes: readonly Readonly<Record<string, unknown>>[] = [
      { email: `${String(sent['referenceId'])}-new@example.com` },
      { firstName: 'Changed', phone: '+59899000111' },
      { lastName: 'Otherwise' },
      // Pairs are changed and added, none is left out: whether metadata merges is an open question.
      { metadata: { ...pairsOf(sent), segment: 'changed', Added: 'yes' } },
    ];
    let body: Readonly<Record<string, unknown>> = sent;
    for (const change of changes) {
      body = { ...body, ...change };
      const what = `after a change of ${Object.keys(change).join(' and ')}`;
      const updated = await succeed('updateCustomer', { path, body });
      same(updated, { id, ...body }, sentPart({ id, ...body }, jsonOf(updated)), what);
      const read = await succeed('retrieveCustomer', { path });
      same(read, { id, ...body }, sentPart({ id, ...body }, jsonOf(read)), what);
      same(read, unsent(answer, body), unsent(jsonOf(read), body), `${what}, what was not sent`);
      const list = await succeed('listCustomers');
      same(list, jsonOf(read), entryOf(jsonOf(list), 'id', id), what, 'body/*');
    }
    const other = await succeed('retrieveCustomer', { path: { customerId: bystander.id } });
    same(other, bystander.answer, jsonOf(other), 'the customer that was not changed');
  },
};

/** Computed from the parts of the name, so that it follows them; and what tells of the change itself. */
const FOLLOWS = new Set(['name', 'updatedAt', 'modifiedAt', 'version']);

function unsent(answer: unknown, sent: Readonly<Record<string, unknown>>): unknown {
  const members = Object.entries(typeof answer === 'object' && answer !== null ? answer : {});
  return Object.fromEntries(members.filter(([name]) => !(name in sent) && !FOLLOWS.has(name)));
}

export function pairsOf(sent: Readonly<Record<string, unknown>>): object {
  const { metadata } = sent;
  return typeof metadata === 'object' && metadata !== null ? metadata : {};
}
