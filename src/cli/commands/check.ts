import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { applyBaseline, parseBaseline } from '../../contract/baseline.ts';
import { cleanup, plan, check as runCheck } from '../../contract/check.ts';
import type { Waiver } from '../../contract/coverage/coverage.ts';
import type { CheckReport } from '../../contract/report.ts';
import { counted } from '../../contract/reports/lines.ts';
import type { CheckOptions } from '../../contract/run/options.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { credentialsFrom } from '../credentials.ts';
import { createLedgerFile, openLedgerFile } from '../ledger-file.ts';
import { integerFrom, secondsFrom } from '../numbers.ts';
import { deliver, exitCodeOf, outputFrom } from '../output.ts';
import { progressBar } from '../progress.ts';
import { withSources } from '../spec-source.ts';
import { bundledDocument, isLoopback, type StartedTarget, targetFrom } from '../target.ts';
import { version } from '../version.ts';
import { parseWaivers } from '../waivers.ts';

const OPTIONS = {
  credentials: { type: 'string' },
  plan: { type: 'boolean' },
  'read-only': { type: 'boolean' },
  strict: { type: 'boolean' },
  seed: { type: 'string' },
  'merchant-id': { type: 'string' },
  deadline: { type: 'string' },
  timeout: { type: 'string' },
  'max-requests': { type: 'string' },
  rate: { type: 'string' },
  production: { type: 'boolean' },
  disposable: { type: 'boolean' },
  'card-canaries': { type: 'boolean' },
  'require-coverage': { type: 'boolean' },
  waivers: { type: 'string' },
  baseline: { type: 'string' },
  fault: { type: 'string', multiple: true },
  ledger: { type: 'string' },
  cleanup: { type: 'string' },
  report: { type: 'string', multiple: true },
} as const;

type Values = ReturnType<typeof parsedArgs>['values'];

export const check: Command = {
  name: 'check',
  summary: 'check a server against the contract, and clean up after it',
  help: `plexo-customers check TARGET [OPTION ...]

  TARGET                an address, such as https://api.testing.plexo.com.uy, or
                        mock (Prism) or sandbox, started here for the check

Who calls, and how far it goes:
  --credentials FILE    JSON with "clientId", "apiKey" and, for a second client,
                        "other"; without it PLEXO_CLIENT_ID, PLEXO_API_KEY,
                        PLEXO_OTHER_CLIENT_ID, PLEXO_OTHER_API_KEY are read
  --plan                print every request, send none
  --read-only           send GET alone
  --merchant-id NUMBER  the merchant of sessions and payments (that of the guide)
  --seed NUMBER         makes the values of the plan (1)
  --max-requests NUMBER stop sending after so many
  --rate NUMBER         requests in one second, at most
  --timeout SECONDS     for one request (10)
  --deadline SECONDS    for the whole check (120)
  --production          allow the production environment, which moves money
  --disposable          all data there may be lost: try undeclared methods too
                        (on for mock and sandbox)
  --card-canaries       send test card numbers where they do not belong, to see
                        whether they come back (on for this machine)
  --fault ID            switch on a fault of the sandbox; may be repeated

What fails:
  --strict              warnings are errors
  --baseline FILE       accept the findings in FILE until their day
  --require-coverage    fail where something of the contract was not witnessed
  --waivers FILE        gaps to accept: [{"item","reason","until"}]

What is written:
  --report FORMAT=FILE  text, json, junit, sarif or html; may be repeated
  --ledger FILE         keep what is created in FILE until it is removed
                        (plexo-check-ledger.ndjson, for an address)
  --cleanup FILE        remove what an earlier check has left behind, by its
                        ledger; needs no TARGET

Exit codes: 0 kept, 1 breached, 2 could not run. Ctrl-C stops the check and
still cleans up.`,
  async run(args, terminal) {
    const { values, positionals } = parsedArgs(args);
    if (values.cleanup !== undefined) return cleanUp(values.cleanup, values, terminal);
    const [given, ...others] = positionals;
    if (given === undefined || others.length > 0) throw new UsageError('give exactly one target');
    const outputs = (values.report ?? []).map(outputFrom);
    const options = optionsFrom(values);
    const baseline =
      values.baseline === undefined ? undefined : parseBaseline(readFileSync(values.baseline, 'utf8'));
    const { production = false, fault = [] } = values;
    const started = await targetFrom(given, { production, faults: fault });
    try {
      const whole = { ...options, ...targetOptions(started, values, terminal) };
      if (values.plan === true) return await printPlan(whole, terminal);
      const found = withSources(await checked(whole, started, values, terminal));
      const today = new Date().toISOString().slice(0, 10);
      const { report, accepted, complaints } = applyBaseline(found, baseline ?? [], today);
      deliver(report, outputs, terminal);
      if (accepted.length > 0)
        terminal.print(`${counted(accepted.length, 'finding')} accepted by the baseline`);
      for (const complaint of complaints) terminal.complain(`baseline: ${complaint}`);
      return exitCodeOf(report);
    } finally {
      await started.stop();
    }
  },
};

function parsedArgs(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
}

type Given = Omit<CheckOptions, 'target' | 'credentials' | 'otherCredentials'>;

function optionsFrom(values: Values): Given {
  const waivers: readonly Waiver[] =
    values.waivers === undefined ? [] : parseWaivers(readFileSync(values.waivers, 'utf8'));
  return {
    document: bundledDocument(),
    seed: integerFrom('--seed', values.seed, 0),
    merchantId: integerFrom('--merchant-id', values['merchant-id'], 1),
    readOnly: values['read-only'],
    strict: values.strict,
    requireCoverage: values['require-coverage'],
    waivers,
    timeoutMs: secondsFrom('--timeout', values.timeout),
    deadlineMs: secondsFrom('--deadline', values.deadline),
    maxRequests: integerFrom('--max-requests', values['max-requests'], 1),
    ratePerSecond: integerFrom('--rate', values.rate, 1),
    toolVersion: version(),
  };
}

function targetOptions(
  started: StartedTarget,
  values: Values,
  terminal: Terminal,
): Pick<CheckOptions, 'target' | 'credentials' | 'otherCredentials' | 'disposable' | 'cardCanaries'> {
  const { target, disposable, credentials } = started;
  // A plan is made without credentials, because nothing is sent.
  const known =
    credentials ?? (values.plan === true ? PLANNED : credentialsFrom(values.credentials, terminal));
  return {
    target,
    ...known,
    disposable: disposable || values.disposable === true,
    cardCanaries: values['card-canaries'] === true || isLoopback(new URL(target.url).hostname),
  };
}

const PLANNED = { credentials: { clientId: 'plan', apiKey: 'plan' } };

async function checked(
  options: CheckOptions,
  started: StartedTarget,
  values: Values,
  terminal: Terminal,
): Promise<CheckReport> {
  const file = values.ledger ?? (started.credentials === undefined ? 'plexo-check-ledger.ndjson' : undefined);
  const readOnly = options.readOnly === true && values.ledger === undefined;
  const ledger = file === undefined || readOnly ? undefined : createLedgerFile(file, options.target.url);
  const stop = new AbortController();
  const interrupt = (): void => {
    terminal.complain(
      'stopping: what was created is removed; press Ctrl-C again to leave it (see --cleanup)',
    );
    stop.abort();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const bar = progressBar(terminal);
  try {
    return await runCheck({ ...options, ledger, signal: stop.signal, onProgress: bar.show });
  } finally {
    bar.end();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    if ((await ledger?.close()) === true) {
      terminal.complain(`something is left behind: plexo-customers check --cleanup ${file}`);
    }
  }
}

async function printPlan(options: CheckOptions, terminal: Terminal): Promise<number> {
  const { requests, hash, seed } = await plan(options);
  for (const { method, path, case: name, expected, body } of requests) {
    terminal.print(`${method} ${path}  ${name}, expects ${expected}${body === '' ? '' : `\n  ${body}`}`);
  }
  terminal.print(`${counted(requests.length, 'request')}, seed ${seed}, plan ${hash}; nothing was sent`);
  return 0;
}

async function cleanUp(file: string, values: Values, terminal: Terminal): Promise<number> {
  const ledger = await openLedgerFile(file);
  const given = credentialsFrom(values.credentials, terminal);
  const leftovers = await cleanup({
    ledger,
    target: { url: ledger.url },
    ...given,
    timeoutMs: secondsFrom('--timeout', values.timeout),
    ratePerSecond: integerFrom('--rate', values.rate, 1),
  });
  for (const { kind, path, reason } of leftovers) terminal.complain(`${kind} ${path}: ${reason}`);
  const left = await ledger.close();
  terminal.print(
    left ? `${file} stays: not everything could be removed` : `everything was removed, ${file} too`,
  );
  return left ? 2 : 0;
}
