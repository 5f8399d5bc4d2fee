import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import type { Scenario, Stage } from './scenario.ts';

export const updatePartial: Scenario = {
  id: 'update-partial',
  title: 'A field that was left out of an update is kept or cleared, and all of them alike',
  why: 'Whether PUT merges or replaces is an open question, and both are readings of the contract. A server that does the one to some fields and the other to others, or puts in values of its own, keeps neither.',
  async run(stage) {
    const changes: readonly Readonly<Record<string, unknown>>[] = [
      { phone: '+59899000222' },
      { firstName: 'Partial' },
      { email: 'plexo-check-partial@example.com' },
      { metadata: { left: 'alone' } },
    ];
    for (const change of changes) await partly(stage, change);
  },
};

async function partly(
  { world, succeed, claim, name }: Stage,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const [changed = ''] = Object.keys(change);
  const { id, answer } = await world.create(name(changed));
  const path = { customerId: id };
  const exchange = await succeed('updateCustomer', { path, body: change });
  const read = await succeed('retrieveCustomer', { path });
  const fates = new Map<string, string>();
  for (const field of ['email', 'firstName', 'lastName', 'phone', 'metadata']) {
    const before = JSON.stringify(valueAt(answer, `/${field}`) ?? null);
    const now = JSON.stringify(valueAt(jsonOf(read), `/${field}`) ?? null);
    if (field === changed || before === 'null') continue;
    const fate = now === before ? 'kept' : now === 'null' || now === '{}' ? 'cleared' : 'changed';
    fates.set(field, fate);
    const expected = `${field} as it was, or none, after an update of ${changed}`;
    claim(fate !== 'changed', { exchange: read, at: `body/${field}`, expected, got: 'another value' });
  }
  const alike = new Set(fates.values()).size <= 1;
  const got = [...fates].map(([field, fate]) => `${field} ${fate}`).join(', ');
  const expected = 'all fields that were left out kept, or all cleared';
  claim(alike, { exchange, at: 'body', expected, got });
}
