/**
 * `npm run mutants:peers`: the classic faults before the checkers of others that are installed here, one fault at a time, and the
 * clean sandbox as the control. A peer that is not on the path is named with the command that installs it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from '../../contract-tests/sandbox/listen.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { CLASSICS } from './classics.ts';

const SPEC = fileURLToPath(new URL('../../generated/openapi.yaml', import.meta.url));
const SPEC_30 = fileURLToPath(new URL('../../generated/openapi-3.0.yaml', import.meta.url));
const CLIENT = { clientId: 'peer-client', apiKey: 'key-of-peer-client' };
const BASIC = `Basic ${btoa(`${CLIENT.clientId}:${CLIENT.apiKey}`)}`;
const MOST_MS = 120_000;
const FOLDER = mkdtempSync(join(tmpdir(), 'plexo-peers-'));

interface Peer {
  readonly command: string;
  readonly install: string;
  readonly args: (url: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const PEERS: readonly Peer[] = [
  {
    command: 'schemathesis',
    install: 'pip install schemathesis',
    // Everything that it does without a random search, so that a run can be repeated.
    args: (url) => [
      'run',
      SPEC,
      '--url',
      url,
      '--auth',
      `${CLIENT.clientId}:${CLIENT.apiKey}`,
      '--checks',
      'all',
      // It blames rules that no schema can say: a reference that is taken, a customer who does not exist.
      '--exclude-checks',
      'positive_data_acceptance',
      '--phases',
      'examples,coverage',
      '--seed',
      '1',
      '--max-examples',
      '20',
      '--request-timeout',
      '2',
      '--no-color',
    ],
  },
  {
    command: 'specmatic',
    install: 'npm install --global specmatic (needs Java)',
    args: (url) => ['test', SPEC, `--testBaseURL=${url}`],
    env: { basicAuth: BASIC.slice('Basic '.length) },
  },
  {
    command: 'dredd',
    install: 'npm install --global dredd',
    args: (url) => [SPEC_30, url, '--header', `Authorization: ${BASIC}`, '--loglevel', 'error'],
  },
];

function isInstalled(command: string): boolean {
  return (
    spawnSync(command, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).error ===
    undefined
  );
}

/** Whether the peer found something: all of them end with 0 when they did not. */
async function finds({ command, args, env }: Peer, faults: readonly string[]): Promise<boolean> {
  const sandbox = createSandbox({ clients: [CLIENT], faults });
  sandbox.seed({
    customers: [{ referenceId: 'seeded', email: 'seeded@example.com', cards: ['visa-credit'] }],
  });
  const server = await listen((request) => sandbox.fetch(request));
  try {
    return await new Promise<boolean>((resolve, reject) => {
      const child = spawn(command, [...args(server.url)], {
        stdio: 'ignore',
        // Some keep what they found where they run.
        cwd: FOLDER,
        env: { ...process.env, ...env },
        shell: process.platform === 'win32',
        timeout: MOST_MS,
      });
      child.once('error', reject);
      child.once('exit', (code) => resolve(code !== 0));
    });
  } finally {
    await server.stop();
  }
}

console.log(`${'peer'.padEnd(16)}${'classic faults found'.padStart(24)}  blames the clean sandbox`);
for (const peer of PEERS) {
  if (!isInstalled(peer.command)) {
    console.log(`${peer.command.padEnd(16)}SKIPPED: not installed (${peer.install})`);
    continue;
  }
  const blames = await finds(peer, []);
  let found = 0;
  for (const { fault } of CLASSICS) if (await finds(peer, [fault])) found += 1;
  const figure = `${found} of ${CLASSICS.length}`.padStart(24);
  // What blames everyone has found nothing.
  console.log(`${peer.command.padEnd(16)}${figure}  ${blames ? 'yes, so the figure says nothing' : 'no'}`);
}
rmSync(FOLDER, { recursive: true, force: true });
