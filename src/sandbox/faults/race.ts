/** The fault of a check that is made before a gap: two creates with one reference at the same time both succeed. */
import type { Fault } from '../fault.ts';
import type { World } from '../world.ts';

interface Crowd {
  /** Creates that have arrived and are not answered yet. */
  waiting: number;
  /** Whether any of them has met another. */
  together: boolean;
}

const crowds = new WeakMap<World, Crowd>();

function crowdOf(world: World): Crowd {
  const crowd = crowds.get(world) ?? { waiting: 0, together: false };
  crowds.set(world, crowd);
  return crowd;
}

function leave(crowd: Crowd): void {
  crowd.waiting = Math.max(0, crowd.waiting - 1);
  if (crowd.waiting === 0) crowd.together = false;
}

/** Whoever has arrived before another one was answered does not see that one's record. */
export const raceFault: Fault = {
  id: 'reference-raced',
  kind: 'state',
  title: 'two creates with one referenceId at the same time both succeed',
  operation: 'createCustomer',
  caughtBy: 'concurrent-creates',
  gate: (inner, world) => ({
    ...inner,
    authenticate(arrived) {
      const tenant = inner.authenticate(arrived);
      if (tenant === undefined || arrived.operation !== 'createCustomer') return tenant;
      const crowd = crowdOf(world);
      crowd.waiting += 1;
      crowd.together ||= crowd.waiting > 1;
      return tenant;
    },
    examine(arrived) {
      const outcome = inner.examine(arrived);
      if (arrived.operation === 'createCustomer' && !outcome.ok) leave(crowdOf(world));
      return outcome;
    },
  }),
  service: (inner, world) => ({
    ...inner,
    createCustomer(tenant, body) {
      const crowd = crowdOf(world);
      // The index of references is what the check would have looked at.
      if (crowd.together && body.referenceId !== undefined) tenant.references.delete(body.referenceId);
      leave(crowd);
      return inner.createCustomer(tenant, body);
    },
  }),
};
