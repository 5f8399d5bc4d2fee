/** The README's examples run, against the API in memory. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as opentelemetry from '@opentelemetry/api';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { servers } from '../../generated/routes.ts';
import * as index from '../../src/index.ts';
import type { Mock } from '../../src/mock/prism.ts';
import * as sandbox from '../../src/sandbox.ts';
import * as testing from '../../src/testing.ts';
import * as validation from '../../src/validation.ts';
import * as vitest from '../../src/vitest.ts';
import { blocksIn } from './blocks.ts';
import * as context from './context.ts';
import { runExample } from './run-example.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const blocks = blocksIn(readFileSync(`${ROOT}README.md`, 'utf8'), 'README.md');

// The platform's fetch first: loaded after undici, it would share the connections of that package in all tests of this thread.
await fetch('data:,');
const undici = await import('undici');

/** What an example may import, by the name that a user would write. */
const MODULES: Readonly<Record<string, unknown>> = {
  'plexo-customers': index,
  'plexo-customers/mock': { startMock: async (): Promise<Mock> => notPrism },
  'plexo-customers/sandbox': sandbox,
  'plexo-customers/testing': testing,
  'plexo-customers/validation': validation,
  'plexo-customers/vitest': vitest,
  '@opentelemetry/api': opentelemetry,
  // The logger of the recipe, with its level down and its lines kept.
  pino: {
    __esModule: true,
    default: () => pino({ level: 'debug', base: null }, { write: (line: string) => void logged.push(line) }),
  },
  undici,
  vitest: { expect, it: (_: string, test: () => Promise<void>) => void declared.push(test) },
};

/** Prism has tests of its own; here it only has to be started and stopped as documented. */
const notPrism: Mock = {
  url: 'http://127.0.0.1:4010',
  version: '5.14.2',
  log: () => '',
  stop: async () => {},
};

/** Tests that an example declares are run as part of it, one after another. */
const declared: (() => Promise<void>)[] = [];

let printed: string[] = [];
const logged: string[] = [];
const original = globalThis.fetch;

beforeEach(() => {
  printed = [];
  const print = (...values: unknown[]): void => void printed.push(values.map(String).join(' '));
  for (const method of ['log', 'warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(print);
  vi.stubEnv('PLEXO_CLIENT_ID', context.clientId);
  vi.stubEnv('PLEXO_API_KEY', context.apiKey);
  // Nothing listens there: no example leaves this machine.
  vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9');
  globalThis.fetch = testing.createFakePlexo({ strict: true }).fetch;
});

afterEach(() => {
  globalThis.fetch = original;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function run(code: string): Promise<void> {
  await runExample(code, context, (name) => MODULES[name] ?? require(name));
  for (const test of declared.splice(0)) await test();
}

describe('an example of the README', () => {
  it('is found, and in a comment without the margin of the comment', () => {
    expect(blocks.length).toBeGreaterThan(8);
    const comment = '/**\n * @example\n * ```ts\n * if (a) {\n *   b();\n * }\n * ```\n */';
    expect(blocksIn(comment, 'file.ts')).toEqual([{ place: 'file.ts:3', code: 'if (a) {\n  b();\n}\n' }]);
  });

  it.each(blocks)('runs: $place', async ({ code }) => {
    await run(code);
  });
});

describe('the recipe', () => {
  const recipe = (words: string): string =>
    blocks.find(({ code }) => code.includes(words))?.code ?? expect.fail(`no example holds ${words}`);

  it('for saving a card goes through all its steps', async () => {
    await run(recipe('1. One customer per person'));
    expect(printed).toEqual([
      'send the payer to https://checkout.example.com/sessions/0a1b2c3d4e5f40718293a4b5c6d7e8f9',
      'approved',
    ]);
  });

  it('for errors marks a charge whose outcome is unknown', async () => {
    const fake = testing.createFakePlexo();
    fake.fault('createPayment', 'reset');
    globalThis.fetch = fake.fetch;
    await run(recipe('markForReview'));
    expect(context.marked).toEqual(['order-1001']);
    expect(fake.requestsTo('createPayment')).toHaveLength(1);
  });

  it('for finding out finds the customer whose creation lost its answer, and creates no second one', async () => {
    const fake = testing.createFakePlexo();
    fake.fault('createCustomer', 'reset');
    globalThis.fetch = fake.fetch;
    await run(recipe('createOrFind'));
    const [first] = fixtures.CustomerListSeveral;
    expect(printed).toEqual([`${first?.id} ${first?.name}`]);
    expect(fake.requestsTo('createCustomer')).toHaveLength(1);
  });

  it('for finding out gives up where the customer is not in the list', async () => {
    const fake = testing.createFakePlexo();
    fake.fault('createCustomer', 'reset');
    fake.answer('listCustomers', { example: 'empty' });
    globalThis.fetch = fake.fetch;
    await expect(run(recipe('createOrFind'))).rejects.toMatchObject({ outcome: 'unknown' });
    expect(fake.requestsTo('createCustomer')).toHaveLength(1);
  });

  it('for a proxy asks the proxy for a tunnel to the server', async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer();
    proxy.on('connect', ({ url }, socket) => {
      asked.push(url);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = proxy.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${port}`);
    try {
      await run(recipe("from 'undici'"));
    } finally {
      proxy.close();
    }
    expect(asked).toEqual([`${new URL(servers.testing).host}:443`]);
    expect(printed.join()).toMatch(/^listCustomers: no complete response arrived/);
  });

  it('for logs writes a line for each event of a call', async () => {
    logged.length = 0;
    await run(recipe("import pino from 'pino'"));
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      {
        level: 20,
        msg: 'plexo request',
        operation: 'listCustomers',
        method: 'GET',
        path: '/v1/customers',
        attempt: 1,
      },
      { level: 20, msg: 'plexo response', operation: 'listCustomers', status: 200 },
    ]);
  });

  it('for traces opens a span for a call and closes it', async () => {
    const spans: string[] = [];
    const span = {
      setAttribute: (name: string) => spans.push(name),
      setStatus: () => spans.push('status'),
      end: () => spans.push('end'),
    };
    const startActiveSpan = (name: string, call: (span: object) => unknown) => {
      spans.push(name);
      return call(span);
    };
    vi.spyOn(opentelemetry.trace, 'getTracer').mockReturnValue({ startActiveSpan } as never);
    await run(recipe('tracer.startActiveSpan'));
    expect(spans).toEqual(['listCustomers', 'plexo.attempts', 'http.response.status_code', 'end']);
  });
});
