import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { invoke } from './invoke.ts';

let upstream: Server;
let address: string;
let folder: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'proxy-'));
  upstream = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url?.endsWith('/broken') ? { id: 7 } : fixtures.CustomerFull));
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const bound = upstream.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`;
});

afterEach(async () => {
  running?.kill('SIGKILL');
  upstream.closeAllConnections();
  upstream.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('plexo-customers proxy', () => {
  it('hands answers through, records them, and reports when it is ended', async () => {
    const record = join(folder, 'traffic.ndjson');
    const args = ['--import', 'tsx', 'src/cli/main.ts', 'proxy', address, '--port', '0', '--record', record];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    while (!output.includes('Ctrl-C')) await once(child.stdout, 'data');
    const url = / on (http:\/\/127\.0\.0\.1:\d+) /.exec(output)?.[1] ?? '';
    const good = await fetch(`${url}/v1/customers/good`);
    expect(await good.json()).toEqual(fixtures.CustomerFull);
    await fetch(`${url}/v1/customers/broken`).then((answer) => answer.text());
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(output).toContain('BREACHED: 1 breach');
    expect(code).toBe(1);
    expect(readFileSync(record, 'utf8').trimEnd().split('\n')).toHaveLength(2);

    const again = invoke(['judge', record]);
    expect(again.stdout).toContain('BREACHED: 1 breach');
  });
});
