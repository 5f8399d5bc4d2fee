import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/sandbox.ts';
import { check, cleanup, plan } from './check.ts';
import { theDocument } from './contract.fixture.ts';
import type { CheckReport } from './report.ts';
import { completeByForm } from './run/complete-session.ts';
import { memoryLedger } from './run/ledger.ts';
import type { CheckOptions } from './run/options.ts';

const CLIENT = { clientId: 'check-one', apiKey: 'key-canary-of-the-first' };
const OTHER = { clientId: 'check-two', apiKey: 'key-canary-of-the-second' };

function sandboxWith(options: Partial<SandboxOptions> = {}): Sandbox {
  return createSandbox({ clients: [CLIENT, OTHER], ...options });
}

function optionsFor(fetch: Sandbox['fetch'], more: Partial<CheckOptions> = {}): CheckOptions {
  return {
    document: theDocument,
    credentials: CLIENT,
    otherCredentials: OTHER,
    target: {
      url: 'http://sandbox.invalid',
      label: 'sandbox',
      fetch,
      completeSession: completeByForm(fetch),
    },
    disposable: true,
    cardCanaries: true,
    timeoutMs: 200,
    teardownMs: 2_000,
    ...more,
  };
}

/** How many customers of checks there are, of both clients. */
async function customersIn(sandbox: Sandbox): Promise<number> {
  let count = 0;
  for (const { clientId, apiKey } of [CLIENT, OTHER]) {
    const headers = { authorization: `Basic ${btoa(`${clientId}:${apiKey}`)}` };
    const list: unknown = await (
      await sandbox.fetch('http://sandbox.invalid/v1/customers', { headers })
    ).json();
    count += Array.isArray(list)
      ? list.filter((one) => JSON.stringify(one).includes('plexo-check-')).length
      : 0;
  }
  return count;
}

/** A request as a plan and a server both see it; which customers it is about is the run's. */
function shapeOf(method: string, path: string): string {
  return `${method} ${path.replaceAll(/customers\/[^/]+|instruments\/[^/]+/g, '*')}`;
}

describe('a check of a clean server', () => {
  it('finds nothing, sends its plan, witnesses the whole contract, touches nothing else and leaves nothing', async () => {
    const sandbox = sandboxWith();
    const sent: string[] = [];
    const watching: Sandbox['fetch'] = (input, init) => {
      const request = input instanceof Request ? input : new Request(input, init);
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/v1/')) sent.push(shapeOf(request.method, pathname));
      return sandbox.fetch(request);
    };
    const cards = ['visa-credit'];
    sandbox.seed({ customers: [{ referenceId: 'of-somebody', email: 'somebody@example.com', cards }] });
    const theirs = (): string =>
      /\{[^{}]*"of-somebody"[^{}]*\}/.exec(JSON.stringify(sandbox.snapshot()))?.[0] ?? '';
    const before = theirs();

    const options = optionsFor(watching, { requireCoverage: true });
    const planned = await plan(options);
    expect(sent).toEqual([]);
    const report = await check(options);

    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({
      verdict: 'kept',
      leftovers: [],
      notApplicable: [],
      target: { stateful: true },
    });
    expect([report.coverage.gaps, report.planHash]).toEqual([[], planned.hash]);
    expect([await customersIn(sandbox), theirs()]).toEqual([0, before]);
    expect(before).not.toBe('');
    // What is tidied up depends on how the server answers open questions.
    const untidied = (list: readonly string[]) => list.filter((one) => one !== 'DELETE /v1/*');
    const expected = planned.requests.map(({ method, path }) => shapeOf(method, path));
    expect(untidied(sent).slice(0, untidied(expected).length)).toEqual(untidied(expected));
  });

  it('blames no reading of an open question, and warns of one that the contract only tolerates', async () => {
    const sandbox = sandboxWith({
      putSemantics: 'replace',
      metadataSemantics: 'merge',
      duplicateReferenceId: 'accept',
      tokenOwner: 'any',
      email: 'required',
      deleteTwice: 204,
      unauthorizedBody: 'none',
      absentValues: 'null',
      notFoundStatus: 400,
    });
    const report = await check(optionsFor(sandbox.fetch, { seed: 9 }));
    expect(report.verdict).toBe('kept');
    expect([...new Set(report.findings.map(({ rule, severity }) => `${rule} ${severity}`))]).toEqual([
      'unknown-id warning',
    ]);
  });
});

describe('a finding', () => {
  it('has words, a place in the spec, a request to repeat, and a fingerprint that the next run has too', async () => {
    const once = async (): Promise<CheckReport> =>
      check(optionsFor(sandboxWith({ createStatus: 200 }).fetch));
    const [first, second] = [await once(), await once()];
    expect(first.verdict).toBe('breached');
    const [finding] = first.findings;
    expect(finding).toMatchObject({
      rule: 'status-documented',
      operation: 'createCustomer',
      severity: 'error',
      help: 'generated/docs/checks.md#status-documented',
      evidence: { request: { method: 'POST' }, response: { status: 200 } },
    });
    expect(finding?.evidence?.curl).toMatch(/^curl -i -X POST -u "\$PLEXO_CLIENT_ID:\$PLEXO_API_KEY" /);
    const text = JSON.stringify(first);
    expect(JSON.parse(text)).toEqual(first);
    for (const { clientId, apiKey } of [CLIENT, OTHER]) {
      for (const secret of [apiKey, btoa(`${clientId}:${apiKey}`)]) expect(text).not.toContain(secret);
    }
    const prints = (report: CheckReport) => report.findings.map(({ fingerprint }) => fingerprint).sort();
    expect(prints(second)).toEqual(prints(first));
    expect(new Set(prints(first)).size).toBe(first.findings.length);
  });
});

describe('a plan', () => {
  it('is the same for the same seed and spec, and another for another seed', async () => {
    const unused: Sandbox['fetch'] = () => Promise.reject(new Error('a plan sends nothing'));
    const planned = await plan(optionsFor(unused));
    const again = await plan(optionsFor(unused, { document: structuredClone(theDocument) }));
    expect(again).toEqual(planned);
    expect((await plan(optionsFor(unused, { seed: 2 }))).hash).not.toBe(planned.hash);
    expect(JSON.stringify(planned)).not.toContain(CLIENT.apiKey);
  });
});

describe('a careful check', () => {
  it('sends nothing but GET when it only reads', async () => {
    const methods = new Set<string>();
    const sandbox = sandboxWith();
    const watching: Sandbox['fetch'] = (input, init) => {
      methods.add((input instanceof Request ? input : new Request(input, init)).method);
      return sandbox.fetch(input, init);
    };
    sandbox.seed({ customers: [{ email: 'seeded@example.com', cards: ['visa-credit'] }] });
    const report = await check(optionsFor(watching, { readOnly: true }));
    expect([...methods]).toEqual(['GET']);
    expect(report.findings).toEqual([]);
    expect(report.notApplicable.map(({ reason }) => reason)).toContain('the check only reads');
  });

  it('reports what it could not try on a target that keeps nothing, and passes none of it', async () => {
    const example = { id: 'example', referenceId: 'customer-1001', email: 'customer@example.com' };
    const answers: Sandbox['fetch'] = async (input) => {
      const { method, url } = input instanceof Request ? input : new Request(input);
      if (method === 'DELETE') return new Response(null, { status: 204 });
      if (url.endsWith('/sessions')) return Response.json({ id: 's' }, { status: 201 });
      if (url.endsWith('/payments')) return Response.json({ id: 'p', status: 'approved' }, { status: 201 });
      if (url.endsWith('/payment-instruments')) return Response.json([{ token: 't' }]);
      if (method === 'GET' && url.endsWith('/customers')) return Response.json([example]);
      return Response.json(example, { status: method === 'POST' ? 201 : 200 });
    };
    const report = await check(optionsFor(answers));
    expect(report.target.stateful).toBe(false);
    const skipped = new Set(report.notApplicable.map(({ rule }) => rule));
    for (const rule of ['create-read-agree', 'delete-means-gone', 'unknown-id', 'refuses-wrong-password']) {
      expect(skipped).toContain(rule);
    }
    expect(report.findings.filter(({ rule }) => skipped.has(rule))).toEqual([]);
  });
});

describe('a check of a server that misbehaves', () => {
  it.each([
    ['hangs', () => new Promise<Response>(() => {}), 'answers-in-time'],
    ['resets', () => Promise.reject(new TypeError('fetch failed')), 'answers-whole'],
    ['streams for ever', async () => new Response(endless()), 'answers-whole'],
    ['answers 10 MB', async () => new Response('x'.repeat(10_000_000)), 'answers-whole'],
    ['answers garbage', async () => new Response('<html>\u0000', { status: 200 }), 'media-type'],
    [
      'redirects',
      async () => new Response(null, { status: 302, headers: { location: '/' } }),
      'status-documented',
    ],
    ['refuses the credentials', async () => Response.json({}, { status: 401 }), 'accepts-valid'],
    ['fails', async () => new Response(null, { status: 500 }), 'server-error'],
  ] as const)('ends in time where it %s', async (_, fetch, rule) => {
    const started = performance.now();
    const report = await check(
      optionsFor(fetch, { timeoutMs: 40, deadlineMs: 3_000, teardownMs: 300, maxRequests: 40 }),
    );
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(report.findings.map((finding) => finding.rule)).toContain(rule);
    expect(report.verdict).not.toBe('kept');
  });

  it('says that it could not run when the target dies on the way, and what may be left', async () => {
    const sandbox = sandboxWith();
    let served = 0;
    const dying: Sandbox['fetch'] = (input, init) => {
      served += 1;
      return served > 140 ? Promise.reject(new TypeError('fetch failed')) : sandbox.fetch(input, init);
    };
    const ledger = memoryLedger();
    const report = await check(optionsFor(dying, { ledger }));
    expect(report.verdict).toBe('could_not_run');
    expect(report.failure).toMatch(/^the target does not answer any more: /);
    expect(report.leftovers.length).toBeGreaterThan(0);
    // Another process, later: the ledger is enough to remove what was left.
    expect(await customersIn(sandbox)).toBeGreaterThan(0);
    const { target } = optionsFor(sandbox.fetch);
    expect(await cleanup({ ledger, target, credentials: CLIENT, otherCredentials: OTHER })).toEqual([]);
    expect([await customersIn(sandbox), await ledger.open()]).toEqual([0, []]);
  });

  it('removes a customer whose answer was lost, on a server that others use too', async () => {
    const sandbox = sandboxWith();
    let lost = 0;
    const methods = new Set<string>();
    const losing: Sandbox['fetch'] = async (input, init) => {
      const request = input instanceof Request ? input : new Request(input, init);
      const isCreate = request.method === 'POST' && request.url.endsWith('/v1/customers');
      const response = await sandbox.fetch(request);
      methods.add(request.method);
      if (!isCreate || response.status !== 201 || lost > 0) return response;
      lost += 1;
      throw new TypeError('fetch failed');
    };
    const report = await check(optionsFor(losing, { disposable: false }));
    expect(report.findings.map(({ rule }) => rule)).toContain('answers-whole');
    expect([lost, await customersIn(sandbox), report.leftovers]).toEqual([1, 0, []]);
    // Nor did it send what a server that others use might carry out.
    expect(methods).not.toContain('PATCH');
    expect(report.notApplicable.map(({ reason }) => reason)).toContain(
      'DELETE on /v1/customers is not documented, and others use this server',
    );
  });

  it('removes what it made when it is ended from outside', async () => {
    const sandbox = sandboxWith();
    const controller = new AbortController();
    let served = 0;
    const counting: Sandbox['fetch'] = (input, init) => {
      served += 1;
      if (served === 80) controller.abort();
      return sandbox.fetch(input, init);
    };
    const report = await check(optionsFor(counting, { signal: controller.signal }));
    expect(report).toMatchObject({ verdict: 'could_not_run', failure: 'the check was ended from outside' });
    expect([await customersIn(sandbox), report.leftovers]).toEqual([0, []]);
  });

  it('stops at its budget and still removes what it made', async () => {
    const sandbox = sandboxWith();
    const report = await check(optionsFor(sandbox.fetch, { maxRequests: 50 }));
    expect(report.failure).toBe('the budget of 50 requests is used up');
    expect(await customersIn(sandbox)).toBe(0);
  });
});

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
}
