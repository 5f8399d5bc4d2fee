/** One downstream project: copied away, the packed package installed into it, built, run, and held to what it should print. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command, Ended } from './command.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));

interface Manifest {
  readonly description: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly config?: {
    /** The package whose command the project runs on, where that is not Node. */
    readonly runtime?: string;
    /** What it prints; `save-a-card` when absent. */
    readonly prints?: string;
  };
}

export interface Consumer {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  readonly prints: string;
  readonly runtime: { readonly command: string; readonly install: string } | undefined;
}

export type Outcome =
  | { readonly kind: 'works' }
  | { readonly kind: 'fails'; readonly step: string; readonly said: string }
  | { readonly kind: 'skipped'; readonly reason: string; readonly install: string };

/** What a program needs to find the server. */
export interface Server {
  readonly url: string;
  /** The lines of each kind of program. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
}

/** The registry did not answer, which says nothing about the package. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Every folder beside this file is a consumer. */
export function consumersIn(folder = HERE): readonly Consumer[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => consumerAt(join(folder, name)))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function consumerAt(folder: string): Consumer {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const command = manifest.config?.runtime;
  const version = command === undefined ? undefined : manifest.devDependencies?.[command];
  const install = `npm install --save-dev ${command}@${version}`;
  return {
    name: basename(folder),
    folder,
    title: manifest.description,
    prints: manifest.config?.prints ?? 'save-a-card',
    runtime: command === undefined ? undefined : { command, install },
  };
}

const INSTALL = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
const UNREACHABLE = /\b(?:ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOTCACHED)\b/;

/**
 * @param scratch an empty folder, for the copy
 * @throws UnreachableError when the registry cannot be reached, and what the project needs is not in npm's cache
 */
export async function tryConsumer(
  consumer: Consumer,
  tarball: string,
  server: Server,
  scratch: string,
  command: Command,
): Promise<Outcome> {
  cpSync(consumer.folder, scratch, {
    recursive: true,
    filter: (file) => !/[\\/](?:node_modules|dist)$/.test(file),
  });
  const variables = {
    PLEXO_BASE_URL: server.url,
    PLEXO_CLIENT_ID: 'consumer',
    PLEXO_API_KEY: 'key-of-the-consumer',
    // Deno keeps what it compiled in the home folder, and asks for news of itself.
    DENO_DIR: join(scratch, '.deno'),
    DENO_NO_UPDATE_CHECK: '1',
  };
  const npm = (...args: readonly string[]) => command('npm', args, scratch, variables);

  // Without the scripts of dependencies: one that cannot put a runtime in place must not fail the whole install.
  const installed = await npm(...INSTALL, '--ignore-scripts', tarball);
  if (!installed.ok && UNREACHABLE.test(installed.said))
    throw new UnreachableError(firstLine(installed.said));
  if (!installed.ok) return failed('npm install', installed);

  if (consumer.runtime !== undefined) {
    const { command: name, install } = consumer.runtime;
    await npm('rebuild', '--loglevel=error', name);
    const version = await command(
      join(scratch, 'node_modules/.bin', name),
      ['--version'],
      scratch,
      variables,
    );
    if (!version.ok) return { kind: 'skipped', reason: firstLine(version.said), install };
  }
  const built = await npm('run', '--silent', 'build');
  if (!built.ok) return failed('npm run build', built);
  const ran = await npm('start', '--silent');
  if (!ran.ok) return failed('npm start', ran);
  const expected = server.expected[consumer.prints] ?? [`lines of "${consumer.prints}"`];
  const printed = ran.stdout.trim().split('\n');
  return printed.join('\n') === expected.join('\n')
    ? { kind: 'works' }
    : { kind: 'fails', step: 'npm start', said: difference(printed, expected) };
}

function failed(step: string, { said }: Ended): Outcome {
  return { kind: 'fails', step, said: said === '' ? 'it printed nothing' : said };
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? 'it printed nothing';
}

function difference(printed: readonly string[], expected: readonly string[]): string {
  const at = Math.max(
    0,
    [...expected, ''].findIndex((line, index) => line !== (printed[index] ?? '')),
  );
  return `line ${at + 1} should be "${expected[at] ?? ''}", it is "${printed[at] ?? ''}"`;
}
