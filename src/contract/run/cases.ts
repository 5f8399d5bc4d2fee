/** Sends the cases one after another and holds each answer to the status that its cause demands. */
import type { Case } from '../cases/case.ts';
import { described } from '../cases/case.ts';
import { type Cause, causeOf } from '../cause.ts';
import type { Witness } from '../coverage/witness.ts';
import type { Run, Step } from './run.ts';
import { SkipError } from './skip.ts';
import type { World } from './world.ts';

export interface CasesSetting {
  readonly run: Run;
  readonly world: World;
  readonly witness: Witness;
  readonly stateful: boolean;
  readonly readOnly: boolean;
  readonly disposable: boolean;
  /** Notes a case that could not be tried. */
  readonly skip: (rule: string, reason: string) => void;
}

export async function runCase(one: Case, setting: CasesSetting): Promise<void> {
  const cause: Cause = causeOf(one.cause);
  const reason = notSentBecause(one, cause, setting);
  if (reason !== undefined) return setting.skip(one.cause, reason);
  const { world, run } = setting;
  try {
    await world.prepare(one.path, one.body ?? '');
    const step = stepOf(one, cause, world);
    const exchange = await run.send(step);
    if (exchange.response.status === 429) throw new SkipError('the server limits the rate of requests');
    holdToStatus(one, cause, exchange, setting);
  } catch (error) {
    if (!(error instanceof SkipError)) throw error;
    setting.skip(one.cause, error.message);
  }
}

function notSentBecause(one: Case, cause: Cause, setting: CasesSetting): string | undefined {
  if (setting.readOnly && one.method !== 'GET') return 'the check only reads';
  if (!setting.stateful && cause.stateless !== undefined) return cause.stateless;
  if (!setting.disposable && one.dangerous !== undefined)
    return `${one.dangerous}, and others use this server`;
  return undefined;
}

function stepOf(one: Case, cause: Cause, world: World): Step {
  return {
    case: one.id,
    operation: one.operation,
    path: world.inPath(one.path),
    headers: one.headers,
    access: one.access,
    described: cause.described,
    expected: expectedStatus(one, cause).join(' or '),
    ...(isPlain(one) ? {} : { method: one.method }),
    ...(one.body === undefined ? {} : { text: world.inBody(one.body) }),
  };
}

/** The operation's own method: only then can the answer mean that something was created or removed. */
function isPlain({ operation, method }: Case): boolean {
  return described(operation).method.toUpperCase() === method;
}

function expectedStatus({ operation }: Case, { expected }: Cause): readonly number[] {
  return expected.map((one) => (one === 'success' ? Number(described(operation).success) : one));
}

function holdToStatus(
  one: Case,
  cause: Cause,
  exchange: Awaited<ReturnType<Run['send']>>,
  { run, witness }: CasesSetting,
): void {
  const { status } = exchange.response;
  const expected = expectedStatus(one, cause);
  if (expected.includes(status)) {
    if (status < 300) witness.accepted(one.operation, exchange.request.body);
    if (one.cause === 'refuses-violation') witness.refused(one.operation, one.spec);
    return;
  }
  run.find(
    {
      rule: one.cause,
      severity: cause.tolerated?.includes(status) === true ? 'warning' : 'error',
      operation: one.operation,
      status,
      spec: one.spec,
      at: 'status',
      ...(one.proof === undefined ? {} : { keyword: one.proof.keyword }),
      expected: `${expected.join(' or ')} (${one.title})`,
      got: String(status),
    },
    one.id,
    exchange,
  );
}
