/**
 * `npm run bench:check`: how long a whole check takes: of the sandbox in this process, the first time and warm, of the sandbox
 * behind a port, and of Prism behind a port.
 */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import bundle from '../../generated/openapi.json' with { type: 'json' };
import { check } from '../../src/contract/check.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { completeByForm } from '../../src/contract/run/complete-session.ts';
import type { CheckTarget } from '../../src/contract/run/options.ts';
import { startMock } from '../../src/mock/prism.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { quantile } from './rounds.ts';

// The types of a JSON module are those of its values; the document is checked before it is generated.
const document = bundle as unknown as OpenApiDocument;
const CLIENT = { clientId: 'bench-one', apiKey: 'key-of-bench-one' };
const OTHER = { clientId: 'bench-two', apiKey: 'key-of-bench-two' };
const ROUNDS = 7;

interface Round {
  readonly ms: number;
  readonly requests: number;
  readonly verdict: string;
}

async function timed(target: CheckTarget): Promise<Round> {
  const started = performance.now();
  const { requests, verdict } = await check({
    document,
    target,
    credentials: CLIENT,
    otherCredentials: OTHER,
    disposable: true,
    cardCanaries: true,
  });
  return { ms: performance.now() - started, requests, verdict };
}

function inProcess(): CheckTarget {
  const { fetch } = createSandbox({ clients: [CLIENT, OTHER] });
  return { url: 'http://sandbox.localhost', fetch, completeSession: completeByForm(fetch) };
}

async function behindPort(use: (target: CheckTarget) => Promise<Round>): Promise<Round> {
  const sandbox = createSandbox({ clients: [CLIENT, OTHER] });
  const server = createServer(
    getRequestListener((request) => sandbox.fetch(request), { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  try {
    return await use({ url, completeSession: completeByForm((request) => fetch(request)) });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function againstPrism(): Promise<Round> {
  const mock = await startMock();
  try {
    return await timed({ url: mock.url });
  } finally {
    await mock.stop();
  }
}

function row(name: string, rounds: readonly Round[], bar: string): string {
  const ms = quantile(
    rounds.map((round) => round.ms),
    0.5,
  );
  const [{ requests, verdict } = { requests: 0, verdict: '' }] = rounds;
  return `${name.padEnd(44)}${ms.toFixed(0).padStart(8)}${String(requests).padStart(10)}  ${verdict.padEnd(9)}${bar}`;
}

const first = [await timed(inProcess())];
const warm: Round[] = [];
const port: Round[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  warm.push(await timed(inProcess()));
  port.push(await behindPort(timed));
}
console.log(`${'a whole check of'.padEnd(44)}${'ms'.padStart(8)}${'requests'.padStart(10)}  verdict  bar`);
console.log(row('the sandbox in this process, the first', first, 'under 1,000'));
console.log(row(`the sandbox in this process, median of ${ROUNDS}`, warm, 'under 1,000'));
console.log(row(`the sandbox behind a port, median of ${ROUNDS}`, port, 'under 3,000'));
console.log(row('Prism behind a port', [await againstPrism()], ''));
