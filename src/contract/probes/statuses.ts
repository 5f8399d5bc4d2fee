/** Questions about status codes and the answers of failures. */

import { knownValues } from '../../../generated/known-values.ts';
import { type OperationDescription, type OperationId, operations } from '../../../generated/operations.ts';
import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import {
  type Observation,
  orSkip,
  type Probe,
  type Scene,
  statuses,
  successes,
  valuesAt,
  valuesObservation,
} from './probe.ts';

export const statusProbes: readonly Probe[] = [
  {
    question: 'Q-create-status',
    ask: (scene) => successStatus(scene, ['createCustomer', 'createPayment', 'createSession']),
  },
  {
    question: 'Q-read-status',
    ask: (scene) => successStatus(scene, ['listCustomers', 'retrieveCustomer', 'listPaymentInstruments']),
  },
  {
    question: 'Q-update-answer',
    ask: (scene) => {
      const answers = successes(scene, 'updateCustomer');
      if (answers.length === 0) return 'no update succeeded';
      const whole = answers.filter((exchange) => typeof valueAt(jsonOf(exchange), '/id') === 'string').length;
      const agrees = statuses(answers).every((status) => status === 200) && whole === answers.length;
      return {
        answer: `updates answer ${statuses(answers).join(', ')}, ${whole} of ${answers.length} with the customer`,
        agrees,
      };
    },
  },
  {
    question: 'Q-delete-status',
    ask: (scene) => successStatus(scene, ['deleteCustomer', 'deletePaymentInstrument']),
  },
  {
    question: 'Q-delete-repeat',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const { id } = await world.create('probe-delete-repeat');
      const path = { customerId: id };
      orSkip(await send('deleteCustomer', { path }));
      const { status } = (await send('deleteCustomer', { path })).response;
      return { answer: `a second deletion of a customer answers ${status}`, agrees: status === 404 };
    },
  },
  {
    question: 'Q-not-found-status',
    needs: 'writes',
    ask: async ({ send, exchanges }) => {
      await send('retrieveCustomer', { path: { customerId: 'plexo-check-unknown' } });
      const own = exchanges.filter(
        (one) => /\/unknown-(?:customer|token)\//.test(one.case) || one.case.endsWith('Q-not-found-status'),
      );
      const found = statuses(own);
      return {
        answer: `unknown identifiers in the path are answered with ${found.join(', ')}`,
        agrees: found.every((status) => status === 404),
      };
    },
  },
  {
    question: 'Q-error-bodies',
    ask: ({ exchanges }) => {
      const failures = exchanges.filter(({ response }) => response.status >= 400);
      if (failures.length === 0) return 'no request failed';
      const isRecorded = (exchange: (typeof failures)[number]): boolean =>
        ['code', 'message', 'type', 'status'].every(
          (name) => valueAt(jsonOf(exchange), `/${name}`) !== undefined,
        );
      const others = failures.filter((exchange) => !isRecorded(exchange));
      const which = statuses(others).join(', ');
      const answer =
        others.length === 0
          ? `all ${failures.length} failures (${statuses(failures).join(', ')}) carry the recorded object`
          : `${others.length} of ${failures.length} failures carry something else (status ${which})`;
      return {
        answer,
        agrees: others.every(({ response }) => response.status === 401 && response.body.length === 0),
      };
    },
  },
  {
    question: 'Q-error-codes',
    ask: ({ exchanges }) => {
      const bodies = exchanges
        .filter(({ response }) => response.status >= 400)
        .map(jsonOf)
        .filter((one): one is object => typeof one === 'object' && one !== null);
      return valuesObservation('ApiError.code', valuesAt(bodies, '/code'), knownValues.ApiError.code);
    },
  },
  {
    question: 'Q-unauthorized-answer',
    ask: ({ exchanges }) => {
      const refused = exchanges.filter(({ response }) => response.status === 401);
      if (refused.length === 0) return 'no request was answered with 401';
      const bodies = refused.filter(({ response }) => response.body.length > 0).length;
      const challenged = refused.filter(({ response }) => response.headers.has('www-authenticate')).length;
      const always = bodies === refused.length && challenged === refused.length;
      return {
        answer: `of ${refused.length} answers 401, ${bodies} have a body and ${challenged} a challenge`,
        agrees: true,
        ...(always
          ? { change: '/components/responses/Unauthorized: body and header could be promised' }
          : {}),
      };
    },
  },
];

function successStatus(scene: Scene, ids: readonly OperationId[]): Observation | string {
  const parts = ids.flatMap((id) => {
    const found = statuses(successes(scene, id));
    return found.length === 0 ? [] : [{ id, found }];
  });
  if (parts.length === 0) return 'none of the operations succeeded';
  const others = parts.filter(({ id, found }) => {
    const entry: OperationDescription = operations[id];
    return found.some((status) => String(status) !== entry.success);
  });
  const change = others
    .map(
      ({ id, found }) =>
        `${operations[id].pointer}/responses: ${operations[id].success} becomes ${found.join(', ')}`,
    )
    .join('; ');
  return {
    answer: parts.map(({ id, found }) => `${id} answers ${found.join(', ')}`).join('; '),
    agrees: others.length === 0,
    ...(others.length === 0 ? {} : { change }),
  };
}
