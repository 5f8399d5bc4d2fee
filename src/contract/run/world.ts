/** The records that a run makes for its own use: a customer for each slot that a case or scenario names, and instruments of it. */
import type { OperationId } from '../../../generated/operations.ts';
import { fullestExample, owned } from '../cases/bodies.ts';
import { type Access, filled, insideJson, namesIn } from '../cases/case.ts';
import type { Exchange } from '../exchange.ts';
import { valueAt } from '../pointer.ts';
import { jsonOf } from './json.ts';
import type { CheckTarget } from './options.ts';
import type { Run } from './run.ts';
import { SkipError } from './skip.ts';

export interface OwnCustomer {
  readonly id: string;
  /** The body that was sent. */
  readonly sent: Readonly<Record<string, unknown>>;
  /** What the server answered, parsed. */
  readonly answer: unknown;
  readonly exchange: Exchange;
}

export interface World {
  /** The customer of a slot, created on first use. @throws SkipError when none can be created. */
  customer(slot: string): Promise<OwnCustomer>;
  /** A new customer of nobody else; `changes` replace members of the documented body. */
  create(name: string, changes?: Readonly<Record<string, unknown>>, access?: Access): Promise<OwnCustomer>;
  /** A token of a customer in a slot, from a completed session. @throws SkipError when none can be had. */
  token(slot: string): Promise<string>;
  /** Completes one more session for a customer. @throws SkipError when none can be had. */
  addInstrument(customerId: string, access?: Access): Promise<string>;
  /** Starts a session for a customer and completes it. @throws SkipError when that cannot be done. */
  completeSession(customerId: string): Promise<void>;
  /** Removes every customer but those of the slots. */
  tidy(): Promise<void>;
  /** Creates what the names in a text stand for, so that it can be filled. */
  prepare(...texts: readonly string[]): Promise<void>;
  inPath(text: string): string;
  inBody(text: string): string;
  /** The documented body with the run's own reference and e-mail address in it. */
  body(operation: OperationId, name: string, slot: string): Readonly<Record<string, unknown>>;
  /** The documented charge of a token. */
  payment(name: string, customerId: string, token: string): Readonly<Record<string, unknown>>;
}

export interface WorldSetting {
  readonly run: Run;
  readonly completeSession: CheckTarget['completeSession'];
  readonly merchantId: number | undefined;
  /** A target that keeps nothing lists the instruments of the examples; they serve. */
  readonly stateful: boolean;
  /** Nothing is created: the first customer that is listed serves. */
  readonly readOnly: boolean;
}

export function createWorld(setting: WorldSetting): World {
  const { run, completeSession, merchantId, stateful, readOnly } = setting;
  const customers = new Map<string, Promise<OwnCustomer>>();
  const tokens = new Map<string, Promise<string>>();
  const known = new Map<string, string>([['run', run.id]]);
  const kept = new Set<string>();
  let sessions = 0;
  const valueFor = (name: string): string => {
    const value = known.get(name);
    if (value === undefined) throw new Error(`nothing was made for the name ${name}`);
    return value;
  };
  const inBody = (text: string): string => filled(text, valueFor, insideJson);

  const body: World['body'] = (operation, name, slot) =>
    JSON.parse(
      filled(
        JSON.stringify(owned(operation, fullestExample(operation), { name, slot, merchantId })),
        (one) => known.get(one) ?? one,
        insideJson,
      ),
    );

  const create: World['create'] = async (name, changes = {}, access) => {
    const sent = { ...body('createCustomer', name, 'none'), ...changes };
    const exchange = await run.send({ case: name, operation: 'createCustomer', body: sent, access });
    const answer = jsonOf(exchange);
    const id = valueAt(answer, '/id');
    if (exchange.response.status >= 300 || typeof id !== 'string' || id === '') {
      throw new SkipError(`no customer could be created: the answer was ${exchange.response.status}`);
    }
    return { id, sent, answer, exchange };
  };

  const customer: World['customer'] = async (slot) => {
    const made = customers.get(slot) ?? (readOnly ? listed(run) : create(`slot-${slot}`, LEAVES_OUT[slot]));
    customers.set(slot, made);
    const { id } = await made;
    known.set(`${slot}.id`, id);
    kept.add(id);
    return made;
  };

  const addInstrument: World['addInstrument'] = async (customerId, access) => {
    const before = await tokensOf(run, customerId, access);
    const [first] = before;
    if ((!stateful || readOnly) && first !== undefined) return first;
    await complete(customerId, access);
    const after = await tokensOf(run, customerId, access);
    const token = after.find((one) => !before.includes(one));
    if (token === undefined) {
      throw new SkipError('no instrument can be obtained: a completed session left none in the list');
    }
    return token;
  };

  const complete = async (customerId: string, access?: Access): Promise<void> => {
    if (completeSession === undefined || readOnly) {
      throw new SkipError('no instrument can be obtained: this run has no way to complete a session');
    }
    const session = await startedSession(customerId, access);
    const done = await completeSession(session).catch(() => false);
    if (!done) throw new SkipError('no instrument can be obtained: the session could not be completed');
  };

  const startedSession = async (
    customerId: string,
    access: Access | undefined,
  ): Promise<{ readonly id: string; readonly href: string }> => {
    known.set('any.id', customerId);
    sessions += 1;
    const exchange = await run.send({
      case: 'session',
      operation: 'createSession',
      body: body('createSession', `session-${sessions}`, 'any'),
      access,
    });
    const answer = jsonOf(exchange);
    const id = valueAt(answer, '/id');
    const actions = valueAt(answer, '/actions');
    const hrefs = Array.isArray(actions) ? actions.map((action) => valueAt(action, '/href')) : [];
    const href = hrefs.find((one) => typeof one === 'string');
    if (exchange.response.status >= 300 || typeof id !== 'string' || typeof href !== 'string') {
      throw new SkipError('no instrument can be obtained: a session has no address to complete it at');
    }
    return { id, href };
  };

  const token: World['token'] = async (slot) => {
    const { id } = await customer(slot);
    const made = tokens.get(slot) ?? addInstrument(id);
    tokens.set(slot, made);
    known.set(`${slot}.token`, await made);
    return made;
  };

  return {
    customer,
    create,
    token,
    addInstrument,
    completeSession: (customerId) => complete(customerId),
    // A target that keeps nothing has nothing to remove, and answers every create with one id.
    tidy: async () => {
      if (stateful) await run.tidy(kept);
    },
    async prepare(...texts) {
      for (const name of new Set(texts.flatMap(namesIn))) {
        const [slot = '', kind] = name.split('.');
        if (kind === 'id') await customer(slot);
        if (kind === 'token') await token(slot);
      }
    },
    inPath: (text) => filled(text, valueFor, encodeURIComponent),
    inBody,
    body,
    payment: (name, customerId, token) => ({
      ...body('createPayment', name, 'none'),
      customerId,
      paymentMethod: { source: 'token', paymentInstrument: { token } },
    }),
  };
}

const LEFT_OUT = { firstName: undefined, lastName: undefined, phone: undefined, metadata: undefined };

/** What the customers of some slots do not have, so that answers about them show how an absent value is told. */
const LEAVES_OUT: Readonly<Record<string, Readonly<Record<string, undefined>>>> = {
  'sparse-email': { ...LEFT_OUT, referenceId: undefined },
  'sparse-reference': { ...LEFT_OUT, email: undefined },
};

async function listed(run: Run): Promise<OwnCustomer> {
  const exchange = await run.send({ case: 'any customer', operation: 'listCustomers' });
  const list = jsonOf(exchange);
  const answer: unknown = Array.isArray(list) ? list[0] : undefined;
  const id = valueAt(answer, '/id');
  if (typeof id !== 'string' || id === '') throw new SkipError('the client has no customer to read');
  return { id, sent: {}, answer, exchange };
}

/** The tokens in a customer's list of instruments, in its order. */
export async function tokensOf(run: Run, customerId: string, access?: Access): Promise<readonly string[]> {
  const exchange = await run.send({
    case: 'instruments',
    operation: 'listPaymentInstruments',
    path: { customerId },
    access,
  });
  const list = jsonOf(exchange);
  const tokens = Array.isArray(list) ? list.map((one) => valueAt(one, '/token')) : [];
  return tokens.filter((one) => typeof one === 'string');
}
