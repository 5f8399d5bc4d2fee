/** Prism on the bundled spec, through its public command line: started on a free port, awaited, and surely stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the mock serves, and where. */
export interface MockOptions {
  /** The OpenAPI file to serve; the package's own bundle when absent. */
  readonly spec?: string | undefined;
  /** The port to listen on; a free one when absent. */
  readonly port?: number | undefined;
  /** How long Prism may take until it answers, in milliseconds; 20,000 when absent. */
  readonly startTimeoutMs?: number | undefined;
}

/** A running mock; stop it when you are done. */
export interface Mock {
  /** The address for the client's `baseUrl`, without a slash at its end. */
  readonly url: string;
  /** The version of Prism. */
  readonly version: string;
  /** What Prism has printed so far, without colours; the newest 200 lines. */
  log(): string;
  /** Ends the process and resolves when it is gone. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Prism could not be started; the message says why, or holds the end of its log.
 *
 * @example
 * ```ts
 * try {
 *   await startMock({ spec: 'no-such-file.yaml' });
 * } catch (error) {
 *   if (error instanceof MockError) console.error(error.message);
 * }
 * ```
 */
export class MockError extends Error {
  override readonly name = 'MockError';
}

/**
 * Starts Prism, which must be installed (`@stoplight/prism-cli`), and resolves once it answers with this very process behind the
 * port. It answers with the contract's first examples and refuses requests that break the contract; it stores nothing.
 *
 * @param options the spec, the port, and how long Prism may take; all have defaults.
 * @throws MockError when Prism is not installed, the spec is missing, the port is taken, or it does not answer in time.
 * @example
 * ```ts
 * const mock = await startMock();
 * try {
 *   const plexo = createPlexoClient({ clientId: 'any', apiKey: 'any', baseUrl: mock.url });
 *   console.log((await plexo.customers.list()).length);
 * } finally {
 *   await mock.stop();
 * }
 * ```
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const spec = options.spec ?? bundledSpec();
  if (!existsSync(spec)) throw new MockError(`the spec ${spec} does not exist`);
  const prism = findPrism();
  const port = await claimed(options.port ?? 0);
  const child = spawn(
    process.execPath,
    [prism.cli, 'mock', '--host', '127.0.0.1', '--port', String(port), '--multiprocess', 'false', spec],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
  );
  const log = collectLog(child);
  const stop = stopper(child);
  const url = `http://127.0.0.1:${port}`;
  try {
    await answering(child, url, log, options.startTimeoutMs ?? 20_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, version: prism.version, log, stop };
}

/** The spec as this package ships it, from the sources and from the built package alike. */
function bundledSpec(): string {
  for (const up of ['../../', '../../../']) {
    const file = fileURLToPath(new URL(`${up}generated/openapi.json`, import.meta.url));
    if (existsSync(file)) return file;
  }
  throw new MockError('generated/openapi.json is missing: run npm run generate');
}

function findPrism(): { readonly cli: string; readonly version: string } {
  const require = createRequire(import.meta.url);
  try {
    const manifestFile = require.resolve('@stoplight/prism-cli/package.json');
    const manifest: { version: string; bin: Record<string, string> } = JSON.parse(
      readFileSync(manifestFile, 'utf8'),
    );
    return {
      cli: join(dirname(manifestFile), manifest.bin['prism'] ?? 'dist/index.js'),
      version: manifest.version,
    };
  } catch (cause) {
    throw new MockError('Prism is not installed: npm install --save-dev @stoplight/prism-cli@5.14.2', {
      cause,
    });
  }
}

/**
 * A port that is free now: the given one, or any for 0. Prism cannot say which free port it took, and reports a taken one only
 * after it has read the whole spec.
 */
function claimed(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) =>
      reject(new MockError(`port ${port} cannot be used: ${cause.message}`, { cause })),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new MockError('no free port')),
      );
    });
  });
}

function collectLog(child: ChildProcess): () => string {
  let lines: string[] = [];
  const add = (chunk: Buffer): void => {
    lines = [...lines, ...chunk.toString('utf8').split('\n').filter(Boolean)].slice(-200);
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character starts every colour code.
  return () => lines.join('\n').replace(/\u001b\[[\d;]*m/g, '');
}

function stopper(child: ChildProcess): () => Promise<void> {
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  // A runner that ends without calling stop must not leave a server behind.
  const endWithParent = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithParent);
  return async () => {
    process.off('exit', endWithParent);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 2_000);
    await gone;
    clearTimeout(force);
  };
}

/** Waits for Prism's own line that it listens: a stranger already on the port can answer requests, but not print that. */
async function answering(
  child: ChildProcess,
  url: string,
  log: () => string,
  timeoutMs: number,
): Promise<void> {
  const failed = (what: string): MockError => new MockError(`${what}; ${reasonIn(log())}`);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(failed(`Prism did not answer on ${url} within ${timeoutMs} ms`)),
      timeoutMs,
    );
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      child.stdout?.off('data', look);
      if (error === undefined) resolve();
      else reject(error);
    };
    const look = (): void => {
      if (log().includes('Prism is listening on')) settle();
    };
    child.stdout?.on('data', look);
    child.once('error', (error) => settle(failed(`Prism could not be started (${error.message})`)));
    child.once('exit', (code) => settle(failed(`Prism ended with code ${code} before it answered`)));
  });
}

/** Prism follows the line that says what is wrong with its whole manual and a stack; only that line helps. */
function reasonIn(log: string): string {
  const fatal = /fatal\s+(.+)/.exec(log)?.[1];
  if (fatal !== undefined) return `it says: ${fatal}`;
  const last = log.split('\n').slice(-20).join('\n');
  return last === '' ? 'its log is empty' : `the end of its log:\n${last}`;
}
