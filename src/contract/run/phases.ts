/** The phases of a check in their order: reach the target, learn whether it keeps state, cases, scenarios, probes. */
import { questions } from '../../../generated/questions.ts';
import type { Cases } from '../cases/all.ts';
import { causeOf } from '../cause.ts';
import type { Witness } from '../coverage/witness.ts';
import { probes } from '../probes/all.ts';
import { createScene, type Observation, type Probe } from '../probes/probe.ts';
import type { ProbeResult } from '../report.ts';
import { scenarios } from '../scenarios/all.ts';
import { createStage, type Scenario } from '../scenarios/scenario.ts';
import { runCase } from './cases.ts';
import type { CheckOptions, Progress } from './options.ts';
import type { Run } from './run.ts';
import { SkipError } from './skip.ts';
import { keepsState } from './statefulness.ts';
import { StopError } from './wire.ts';
import { createWorld, type World } from './world.ts';

export interface PhaseSetting {
  readonly run: Run;
  readonly witness: Witness;
  readonly cases: Cases;
  readonly options: CheckOptions;
  readonly completeSession: CheckOptions['target']['completeSession'];
  readonly skip: (rule: string, reason: string) => void;
  readonly onStep: (phase: Progress['phase'], label: string) => void;
  readonly onStateful: (stateful: boolean) => void;
  readonly onProbe: (result: ProbeResult) => void;
}

const STATELESS = 'the target keeps no state: nothing that shows between requests can be asked of it';
const READS_ONLY = 'the check only reads';

export async function runPhases(setting: PhaseSetting): Promise<void> {
  const { run, witness, cases, options, completeSession, skip, onStep } = setting;
  const readOnly = options.readOnly === true;
  onStep('probe', 'reaching the target');
  await reach(run);
  const { merchantId } = options;
  const world = (stateful: boolean): World =>
    createWorld({ run, completeSession, merchantId, stateful, readOnly });
  const stateful = await keepsState(run, world(true), readOnly);
  setting.onStateful(stateful);
  const own = world(stateful);
  const disposable = options.disposable === true;
  for (const one of cases.cases) {
    onStep('cases', `${one.operation}: ${one.title}`);
    await runCase(one, { run, world: own, witness, stateful, readOnly, disposable, skip });
    await own.tidy();
  }
  for (const scenario of scenarios) {
    onStep('scenarios', scenario.title);
    const reason = readOnly ? READS_ONLY : stateful ? missing(scenario, setting) : STATELESS;
    if (reason === undefined) await runScenario(scenario, run, own, skip);
    else skip(scenario.id, reason);
    await own.tidy();
  }
  for (const probe of probes) {
    onStep('probe', questions[probe.question].asked);
    setting.onProbe(await runProbe(probe, run, own, { stateful, readOnly }));
    await own.tidy();
  }
}

/** How many steps `runPhases` takes. */
export function stepsOf({ cases }: Cases): number {
  return 1 + cases.length + scenarios.length + probes.length;
}

/** @throws StopError when the credentials are refused: everything else would only say so again. */
async function reach(run: Run): Promise<void> {
  const exchange = await run.send({ case: 'reach', operation: 'listCustomers', expected: '200' });
  const { status } = exchange.response;
  if (status !== 401 && status !== 403) return;
  const { operation } = exchange;
  const rule = 'accepts-valid';
  const expected = `a success (${causeOf(rule).title.toLowerCase()})`;
  const spec = '/security';
  run.find(
    { rule, severity: 'error', operation, status, spec, at: 'status', expected, got: String(status) },
    'reach',
    exchange,
  );
  throw new StopError(`the target refuses the credentials with ${status}`);
}

function missing({ needs = [] }: Scenario, { options, completeSession }: PhaseSetting): string | undefined {
  if (needs.includes('other-client') && options.otherCredentials === undefined)
    return 'no credentials of another client are given';
  if (needs.includes('instruments') && completeSession === undefined)
    return 'no instrument can be obtained: this run has no way to complete a session';
  if (needs.includes('card-canaries') && options.cardCanaries !== true)
    return 'card numbers are sent to local servers only, unless asked for';
  return undefined;
}

async function runScenario(
  scenario: Scenario,
  run: Run,
  world: World,
  skip: PhaseSetting['skip'],
): Promise<void> {
  try {
    await scenario.run(createStage(run, world, scenario));
  } catch (error) {
    if (!(error instanceof SkipError)) throw error;
    skip(scenario.id, error.message);
  }
}

async function runProbe(
  probe: Probe,
  run: Run,
  world: World,
  { stateful, readOnly }: { readonly stateful: boolean; readonly readOnly: boolean },
): Promise<ProbeResult> {
  const { asked, changes } = questions[probe.question];
  const result = { question: probe.question, asked };
  if ('because' in probe) return { ...result, outcome: 'not_askable', answer: probe.because };
  if (probe.needs !== undefined && readOnly) return { ...result, outcome: 'not_asked', answer: READS_ONLY };
  if (probe.needs !== undefined && !stateful) return { ...result, outcome: 'not_asked', answer: STATELESS };
  try {
    const seen: Observation | string = await probe.ask(createScene(run, world, probe.question));
    if (typeof seen === 'string') return { ...result, outcome: 'unclear', answer: seen };
    const change = seen.change ?? (seen.agrees === false ? changes : undefined);
    return {
      ...result,
      outcome: 'observed',
      answer: seen.answer,
      ...(seen.agrees === undefined ? {} : { agrees: seen.agrees }),
      ...(change === undefined ? {} : { change }),
    };
  } catch (error) {
    if (!(error instanceof SkipError)) throw error;
    return { ...result, outcome: 'not_asked', answer: error.message };
  }
}
