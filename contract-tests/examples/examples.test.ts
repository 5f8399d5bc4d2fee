/** The examples of the documentation are accepted by TypeScript and run, against the API in memory. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as opentelemetry from '@opentelemetry/api';
import pino from 'pino';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as index from '../../src/index.ts';
import * as mock from '../../src/mock/prism.ts';
import * as testing from '../../src/testing.ts';
import * as validation from '../../src/validation.ts';
import { allBlocks, blocksIn } from './blocks.ts';
import * as context from './context.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const blocks = allBlocks(ROOT);

/** What an example may import, by the name that a user would write. */
const MODULES: Readonly<Record<string, unknown>> = {
  'plexo-customers': index,
  'plexo-customers/mock': mock,
  'plexo-customers/testing': testing,
  'plexo-customers/validation': validation,
  '@opentelemetry/api': opentelemetry,
  // The logger of the recipe, with its level down and its lines kept.
  pino: {
    __esModule: true,
    default: () => pino({ level: 'debug', base: null }, { write: (line: string) => void logged.push(line) }),
  },
  vitest: { expect, it: (_: string, test: () => Promise<void>) => void declared.push(test) },
};

/** Tests that an example declares are run as part of it, one after another. */
const declared: (() => Promise<void>)[] = [];

/** Not a global; it is the constructor of every async function. */
const AsyncFunction = (async () => {}).constructor;

let printed: string[] = [];
const logged: string[] = [];
const original = globalThis.fetch;

beforeEach(() => {
  printed = [];
  const print = (...values: unknown[]): void => void printed.push(values.map(String).join(' '));
  for (const method of ['log', 'warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(print);
  vi.stubEnv('PLEXO_CLIENT_ID', context.clientId);
  vi.stubEnv('PLEXO_API_KEY', context.apiKey);
  globalThis.fetch = testing.createFakePlexo({ strict: true }).fetch;
});

afterEach(() => {
  globalThis.fetch = original;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function run(code: string): Promise<void> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  });
  const own = ownNames(code);
  const scope = Object.entries(context).filter(([name]) => !own.has(name));
  const load = (name: string): unknown => MODULES[name] ?? require(name);
  const example: (...values: unknown[]) => Promise<void> = Reflect.construct(AsyncFunction, [
    'require',
    'exports',
    ...scope.map(([name]) => name),
    outputText.replace('"use strict";', ''),
  ]);
  await example(load, {}, ...scope.map(([, value]) => value));
  for (const test of declared.splice(0)) await test();
}

/** What an example declares or imports itself. */
function ownNames(code: string): ReadonlySet<string> {
  const single = [...code.matchAll(/\b(?:const|let|function|import)\s+(\w+)/g)].map(([, name = '']) => name);
  const grouped = [...code.matchAll(/\b(?:const|let|import)\s*\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(','),
  );
  return new Set([...single, ...grouped.map((name) => name.trim())]);
}

/** The example as a module: what it takes for granted is imported, unless it declares it itself. */
function asModule(code: string): string {
  const own = ownNames(code);
  const names = [...Object.keys(context), 'type Result'].filter(
    (name) => !own.has(name.replace('type ', '')),
  );
  return `import { ${names.join(', ')} } from './context.ts';\n${code}\nexport {};\n`;
}

describe('an example of the documentation', () => {
  it('is found in the README and in comments, without the margin of a comment', () => {
    expect(blocks.length).toBeGreaterThan(8);
    const comment = '/**\n * @example\n * ```ts\n * if (a) {\n *   b();\n * }\n * ```\n */';
    expect(blocksIn(comment, 'file.ts')).toEqual([{ place: 'file.ts:3', code: 'if (a) {\n  b();\n}\n' }]);
  });

  it.each(blocks)('runs: $place', async ({ code }) => {
    await run(code);
  });

  it('is accepted by TypeScript with the strictest options', () => {
    const folder = fileURLToPath(new URL('./', import.meta.url));
    const files = new Map(
      blocks.map(({ code }, number) => [`${folder}example-${number}.ts`, asModule(code)]),
    );
    const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
    const paths = {
      'plexo-customers': ['./src/index.ts'],
      'plexo-customers/mock': ['./src/mock/prism.ts'],
      'plexo-customers/*': ['./src/*.ts'],
    };
    // An example may leave a value unused, and reads the environment as its readers do.
    const relaxed = {
      noUnusedLocals: false,
      noUnusedParameters: false,
      noPropertyAccessFromIndexSignature: false,
    };
    const chosen = { ...options, ...relaxed, baseUrl: ROOT, paths };
    const host = ts.createCompilerHost(chosen);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (name) => files.has(name) || fileExists(name);
    host.getSourceFile = (name, ...rest) => {
      const text = files.get(name);
      return text === undefined
        ? getSourceFile(name, ...rest)
        : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
    };
    const program = ts.createProgram([...files.keys()], chosen, host);
    const problems = [...files.keys()].flatMap((name, number) =>
      program.getSemanticDiagnostics(program.getSourceFile(name)).map(({ messageText }) => {
        const text = ts.flattenDiagnosticMessageText(messageText, '\n');
        return `${blocks[number]?.place}: ${text}`;
      }),
    );
    expect(problems).toEqual([]);
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
