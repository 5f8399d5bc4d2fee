/** `npm run bench:sandbox`: what the sandbox costs in process, and beside Prism behind a port; bars that fail are named. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { startMock } from '../../src/mock/prism.ts';
import { createSandbox, DEFAULT_CREDENTIALS, type Sandbox } from '../../src/sandbox.ts';
import { quantile } from './rounds.ts';

const { clientId, apiKey } = DEFAULT_CREDENTIALS;
const HEADERS = { authorization: `Basic ${btoa(`${clientId}:${apiKey}`)}` };
const ORIGIN = 'http://sandbox.test';
const GUIDE_ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const MANY = 100_000;

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly bar?: string;
  readonly kept?: boolean;
}

/**
 * Calls per second, the best of some turns: by the clock, and by the time that this process had a core, which is what one core
 * can do whatever else runs on the machine.
 */
async function rates(call: () => Promise<unknown>, calls: number, turns: number) {
  const best = { clock: 0, core: 0 };
  for (let turn = 0; turn < turns; turn += 1) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    for (let done = 0; done < calls; done += 1) await call();
    const { user, system } = process.cpuUsage(used);
    best.clock = Math.max(best.clock, (calls * 1_000) / (performance.now() - started));
    best.core = Math.max(best.core, (calls * 1_000_000) / (user + system));
  }
  return best;
}

/** Milliseconds of single calls. */
async function times(call: (index: number) => Promise<unknown>, calls: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let index = 0; index < calls; index += 1) {
    const started = performance.now();
    await call(index);
    taken.push(performance.now() - started);
  }
  return taken;
}

const retrieve = async (sandbox: Sandbox, id: string): Promise<void> => {
  const response = await sandbox.fetch(new Request(`${ORIGIN}/v1/customers/${id}`, { headers: HEADERS }));
  if (response.status !== 200) throw new Error(`retrieve was answered with ${response.status}`);
};

function seededIds(sandbox: Sandbox, count: number): readonly string[] {
  const customers = Array.from({ length: count }, (_, index) => ({
    referenceId: `customer-${index}`,
    email: `customer-${index}@example.com`,
    firstName: 'Test',
    metadata: { segment: 'premium' },
  }));
  return sandbox.seed({ customers }).map(({ customer }) => customer.id);
}

async function inProcess(): Promise<readonly Row[]> {
  const sandbox = createSandbox();
  const [id = ''] = seededIds(sandbox, 1);
  const { clock, core } = await rates(() => retrieve(sandbox, id), 5_000, 16);
  const fresh = await times(async () => createSandbox(), 400);
  return [
    row('retrieveCustomer, requests/s', clock, 20_000, 'at least'),
    row('retrieveCustomer, requests/s of CPU time', core),
    row('fresh instance, ms (median)', quantile(fresh, 0.5), 5, 'below'),
    row('fresh instance, ms (p99)', quantile(fresh, 0.99), 5, 'below'),
  ];
}

async function withMany(): Promise<readonly Row[]> {
  const before = process.memoryUsage().heapUsed;
  const sandbox = createSandbox();
  const ids = seededIds(sandbox, MANY);
  const megabytes = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
  await times((index) => retrieve(sandbox, ids[index] ?? ''), 2_000);
  const taken = await times((index) => retrieve(sandbox, ids[(index * 7919) % MANY] ?? ''), 40_000);
  const started = performance.now();
  const list = await sandbox.fetch(`${ORIGIN}/v1/customers`, { headers: HEADERS });
  const listed: unknown = await list.json();
  const listMs = performance.now() - started;
  if (!Array.isArray(listed) || listed.length !== MANY) throw new Error('the list is not complete');
  return [
    { what: `${MANY} customers, heap in MB`, measured: megabytes.toFixed(0) },
    row(`${MANY} customers, retrieve p50 in ms`, quantile(taken, 0.5)),
    row(`${MANY} customers, retrieve p99 in ms`, quantile(taken, 0.99), 1, 'below'),
    row(`${MANY} customers, list in ms`, listMs),
  ];
}

/** Both behind a port, one request after the other, in turns. */
async function besidePrism(): Promise<readonly Row[]> {
  const mock = await startMock();
  const sandbox = createSandbox();
  const [id = ''] = seededIds(sandbox, 1);
  const server = createServer(
    getRequestListener((request) => sandbox.fetch(request), { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const get = async (from: string): Promise<void> => {
    const response = await fetch(from, { headers: HEADERS });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${from} was answered with ${response.status}`);
  };
  const taken: Record<'sandbox' | 'prism', number[]> = { sandbox: [], prism: [] };
  try {
    for (let turn = 0; turn < 8; turn += 1) {
      const ours = await times(() => get(`${url}/v1/customers/${id}`), 100);
      const theirs = await times(() => get(`${mock.url}/v1/customers/${GUIDE_ID}`), 100);
      if (turn > 0) taken.sandbox.push(...ours);
      if (turn > 0) taken.prism.push(...theirs);
    }
  } finally {
    server.closeAllConnections();
    server.close();
    await mock.stop();
  }
  return (['sandbox', 'prism'] as const).flatMap((name) => [
    row(`behind a port, ${name}, p50 in ms`, quantile(taken[name], 0.5)),
    row(`behind a port, ${name}, p99 in ms`, quantile(taken[name], 0.99)),
  ]);
}

function row(what: string, value: number, bar?: number, how?: 'at least' | 'below'): Row {
  const measured = value >= 100 ? value.toFixed(0) : value.toFixed(3);
  if (bar === undefined || how === undefined) return { what, measured };
  return { what, measured, bar: `${how} ${bar}`, kept: how === 'below' ? value < bar : value >= bar };
}

const rows = [...(await inProcess()), ...(await withMany()), ...(await besidePrism())];
for (const { what, measured, bar = '', kept } of rows) {
  const verdict = kept === undefined ? '' : kept ? 'kept' : 'MISSED';
  console.log(`${what.padEnd(42)}${measured.padStart(10)}  ${bar.padEnd(15)}${verdict}`);
}
if (rows.some(({ kept }) => kept === false)) process.exitCode = 1;
