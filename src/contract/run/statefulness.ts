/** Whether the target keeps what it is given: nothing that shows between exchanges can be asked of one that does not. */
import { valueAt } from '../pointer.ts';
import { jsonOf } from './json.ts';
import type { Run } from './run.ts';
import { SkipError } from './skip.ts';
import type { World } from './world.ts';

/**
 * A target is stateless when it has a customer for an identifier that nobody gave out, and does not repeat the reference that a
 * create request sent. A server that does one of the two is stateful and wrong.
 */
export async function keepsState(run: Run, world: World, readOnly: boolean): Promise<boolean> {
  const never = await run.send({
    case: 'statefulness',
    operation: 'retrieveCustomer',
    path: { customerId: `plexo-check-${run.id}-never-created` },
    expected: '404, or a success of a target that keeps no state',
  });
  const invented = never.response.status < 300 && valueAt(jsonOf(never), '/id') !== undefined;
  if (!invented || readOnly) return !invented;
  try {
    const { sent, answer } = await world.create('statefulness');
    return valueAt(answer, '/referenceId') === sent['referenceId'];
  } catch (error) {
    if (error instanceof SkipError) return true;
    throw error;
  }
}
