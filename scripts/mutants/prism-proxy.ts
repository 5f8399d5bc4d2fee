/**
 * Prism's validating proxy on the same faults, as a peer: it is shown every answer that a fault changes, and is asked what it
 * finds. Answers are recorded on a tour of the faulty sandbox and played back behind the proxy, so that both see the same bytes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Step, tour, tourSandbox } from '../../contract-tests/sandbox/tour.ts';
import { judge } from '../../src/contract/judge.ts';
import { allRules } from '../../src/contract/rules/all.ts';
import type { Fault } from '../../src/sandbox/fault.ts';

const SPEC = fileURLToPath(new URL('../../generated/openapi.json', import.meta.url));

/** A fault may change hundreds of answers alike; so many of them are shown. */
const MOST_STEPS = 4;
/** They never end or break off: a proxy that waits for them says nothing about a validator. */
const ENDLESS = new Set(['delay', 'hang', 'stall', 'reset']);
const START_MS = 20_000;

export interface PeerResult {
  /** Faults of which an answer was shown. */
  readonly shown: number;
  readonly byPrism: number;
  /** What the judge of this package finds on the very same answers, one at a time. */
  readonly byJudge: number;
  /** Clean answers on which each finds an error. */
  readonly blamedByPrism: number;
  readonly blamedByJudge: number;
  readonly clean: number;
}

interface Played {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export async function askPrism(faults: readonly Fault[]): Promise<PeerResult> {
  let playing: Played = { status: 204, headers: {}, body: Buffer.alloc(0) };
  const upstream = createServer((request, response) => {
    request.resume();
    response.writeHead(playing.status, playing.headers).end(playing.body);
  });
  const origin = await listening(upstream);
  const prism = await startProxy(origin);
  const finds = async (step: Step): Promise<boolean> => {
    playing = playedOf(step);
    const { request } = step;
    const url = prism.url + new URL(request.url).pathname;
    const { method, headers } = request;
    const text = method === 'GET' || method === 'DELETE' ? undefined : await request.clone().text();
    const answer = await fetch(url, { method, headers, ...(text === undefined ? {} : { body: text }) });
    await answer.arrayBuffer();
    return answer.status === 500 && step.status !== 500
      ? true
      : hasResponseError(answer.headers.get('sl-violations'));
  };
  try {
    const clean = (await tour(tourSandbox())).filter(isAsked);
    let [blamedByPrism, blamedByJudge, shown, byPrism, byJudge] = [0, 0, 0, 0, 0];
    for (const step of clean) {
      if (await finds(step)) blamedByPrism += 1;
      if (isJudged(step)) blamedByJudge += 1;
    }
    const whole = await tour(tourSandbox());
    for (const { id } of faults.filter((fault) => !ENDLESS.has(fault.id))) {
      const faulty = await tour(tourSandbox({ faults: [id] }), whole);
      const changed = faulty.filter((step, index) => !isSame(step, whole[index])).filter(isAsked);
      const few = changed.slice(0, MOST_STEPS);
      shown += 1;
      let caught = false;
      for (const step of few) caught ||= await finds(step);
      if (caught) byPrism += 1;
      if (few.some(isJudged)) byJudge += 1;
    }
    return { shown, byPrism, byJudge, blamedByPrism, blamedByJudge, clean: clean.length };
  } finally {
    await prism.stop();
    upstream.closeAllConnections();
    upstream.close();
  }
}

/** Requests of the contract with a body that a program can send: the rest is not what the peer is asked about. */
function isAsked({ operation }: Step): boolean {
  return operation !== undefined;
}

function isJudged({ operation, status, headers, body, request }: Step): boolean {
  if (operation === undefined) return false;
  const sent = { method: request.method, url: request.url, headers: request.headers, body: '' };
  const response = { status, headers: new Headers(headers), body: Buffer.from(body, 'latin1') };
  return judge({ operation, request: sent, response }, { rules: allRules }).some(
    ({ severity }) => severity === 'error',
  );
}

function isSame(one: Step, other: Step | undefined): boolean {
  const { status, headers, body } = one;
  return (
    other?.status === status &&
    other.body === body &&
    JSON.stringify(other.headers) === JSON.stringify(headers)
  );
}

function playedOf({ status, headers, body }: Step): Played {
  return { status, headers, body: Buffer.from(body, 'latin1') };
}

/** Prism lists what it has against the request too; only the answer is asked about. */
function hasResponseError(violations: string | null): boolean {
  if (violations === null) return false;
  const list: readonly { readonly location?: readonly string[]; readonly severity?: string }[] =
    JSON.parse(violations);
  return list.some(({ location, severity }) => location?.[0] === 'response' && severity === 'Error');
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** A free port: taken and given back, because Prism cannot say which one it took. */
async function freePort(): Promise<string> {
  const server = createServer();
  const url = await listening(server);
  server.close();
  await once(server, 'close');
  return new URL(url).port;
}

async function startProxy(upstream: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const manifest = createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json');
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      join(dirname(manifest), 'dist/index.js'),
      'proxy',
      SPEC,
      upstream,
      '--host',
      '127.0.0.1',
      '--port',
      port,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
  );
  try {
    await ready(child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Prism did not answer within ${START_MS} ms`)), START_MS);
    let log = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (!log.includes('Prism is listening on')) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Prism ended with code ${code}`));
    });
  });
}
