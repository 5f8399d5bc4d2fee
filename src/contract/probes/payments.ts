/** Questions about payments and sessions. */
import { knownValues } from '../../../generated/known-values.ts';
import { shapes } from '../../../generated/shapes.ts';
import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import {
  membersObservation,
  type Observation,
  type Probe,
  type Scene,
  seen,
  statusOfCase,
  successes,
  valuesAt,
} from './probe.ts';

export const paymentProbes: readonly Probe[] = [
  {
    question: 'Q-token-without-customer',
    needs: 'instruments',
    ask: async ({ send, world }) => {
      const owner = await world.create('probe-token-owner');
      const token = await world.addInstrument(owner.id);
      const stranger = await world.create('probe-token-stranger');
      const { customerId: _, ...without } = world.payment('probe-token-alone', owner.id, token);
      const alone = await send('createPayment', { body: without });
      const foreign = await send('createPayment', {
        body: world.payment('probe-token-foreign', stranger.id, token),
      });
      const change = 'PaymentCreate/required: customerId';
      const demanded = alone.response.status >= 400;
      return {
        answer: `a charge without a customer is answered with ${outcome(alone)}, one with another customer with ${outcome(foreign)}`,
        agrees: !demanded,
        ...(demanded ? { change } : {}),
      };
    },
  },
  {
    question: 'Q-amount-unit',
    ask: (scene) => {
      const decimals = statusOfCase(scene, 'createPayment/valid/amount.total-with-two-decimals');
      if (decimals === undefined) return 'no charge was made';
      const major = decimals < 300;
      return {
        answer: major
          ? 'a total with two decimals is taken'
          : `a total with two decimals is refused with ${decimals}`,
        agrees: major,
        ...(major ? {} : { change: 'Amount.total: an integer in minor units' }),
      };
    },
  },
  { question: 'Q-payment-required', ask: (scene) => requiredOf(scene, 'createPayment', 'PaymentCreate') },
  {
    question: 'Q-capture-default',
    ask: (scene) => {
      const exchange = scene.exchanges.find((one) => one.case === 'createPayment/valid/without-capture');
      if (exchange === undefined || exchange.response.status >= 300)
        return 'no charge without a capture succeeded';
      const status = String(valueAt(jsonOf(exchange), '/status'));
      return { answer: `a charge without a capture ends as ${status}`, agrees: true };
    },
  },
  {
    question: 'Q-payment-answer',
    ask: (scene) =>
      membersObservation('payment', seen(scene, 'createPayment'), documented('Payment'), ['id', 'status']),
  },
  { question: 'Q-session-required', ask: (scene) => requiredOf(scene, 'createSession', 'SessionCreate') },
  {
    question: 'Q-session-answer',
    ask: (scene) =>
      membersObservation('session', seen(scene, 'createSession'), documented('Session'), ['id']),
  },
  {
    question: 'Q-session-action',
    ask: (scene) => {
      const actions = successes(scene, 'createSession')
        .map((one) => valueAt(jsonOf(one), '/actions'))
        .flatMap((one) => (Array.isArray(one) ? one : []))
        .filter((one): one is object => typeof one === 'object' && one !== null);
      if (actions.length === 0) return 'no session had an action';
      const rels = valuesAt(actions, '/rel');
      const methods = valuesAt(actions, '/method');
      const unknown = [
        ...rels.filter((one) => !known(knownValues.SessionAction.rel, one)),
        ...methods.filter((one) => !known(knownValues.SessionAction.method, one)),
      ];
      return {
        answer: `rel was ${rels.join(', ') || 'absent'}, method ${methods.join(', ') || 'absent'}`,
        agrees: unknown.length === 0,
        ...(unknown.length === 0 ? {} : { change: `SessionAction: the known values ${unknown.join(', ')}` }),
      };
    },
  },
];

function known(list: readonly string[], value: string): boolean {
  return list.includes(value);
}

function outcome(exchange: Parameters<typeof jsonOf>[0]): string {
  const { status } = exchange.response;
  return status >= 300 ? String(status) : `${status} ${String(valueAt(jsonOf(exchange), '/status'))}`;
}

function documented(model: 'Payment' | 'Session'): readonly string[] {
  return Object.keys(shapes[`/components/schemas/${model}`]?.members ?? {});
}

/** Which required members a server really demands: those whose absence it refused. */
function requiredOf(
  scene: Scene,
  operation: 'createPayment' | 'createSession',
  model: string,
): Observation | string {
  const prefix = `${operation}/violation/components/schemas/${model}/required/`;
  const tried = scene.exchanges.filter((one) => one.case.startsWith(prefix));
  if (tried.length === 0) return 'nothing was sent without one of them';
  const accepted = tried.filter(({ response }) => response.status < 300).length;
  return {
    answer: `${tried.length - accepted} of ${tried.length} members are demanded that the contract requires`,
    agrees: accepted === 0,
  };
}
