import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '../terminal.fixture.ts';

const KEY = 'canary-key-5f1c';
const ENV = { PLEXO_CLIENT_ID: 'canary-client', PLEXO_API_KEY: KEY };
const PAIR = btoa(`canary-client:${KEY}`);
const FAULT = 'retrieveCustomer-200-id-dropped';

let folder: string;
let file: (name: string) => string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  file = (name) => join(folder, name);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('plexo-customers check', () => {
  it('keeps quiet about the clean sandbox, with exit code 0', async () => {
    const { status, stdout, stderr } = await invoke(['check', 'sandbox']);
    expect(stdout).toContain('KEPT: 0 breaches');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('names rule, line of the spec and a curl line for a breach, and exits with 1', async () => {
    const report = file('report.json');
    const { status, stdout } = await invoke([
      'check',
      'sandbox',
      '--fault',
      FAULT,
      '--report',
      `json=${report}`,
    ]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/BREACH {2}retrieveCustomer 200 body: body-schema/);
    expect(stdout).toMatch(/contract {2}generated\/openapi\.yaml:\d+:\d+/);
    expect(stdout).toMatch(/repeat {4}curl -i -u "\$PLEXO_CLIENT_ID:\$PLEXO_API_KEY"/);
    const { verdict, findings } = JSON.parse(readFileSync(report, 'utf8'));
    expect(verdict).toBe('breached');
    expect(findings.map(({ rule }: { rule: string }) => rule)).toContain('body-schema');
  });

  it('accepts what the baseline holds, until its day, and wants mended findings out of it', async () => {
    const report = file('report.json');
    const check = ['check', 'sandbox', '--fault', FAULT];
    await invoke([...check, '--report', `json=${report}`]);
    const found: readonly { severity: string; fingerprint: string }[] = JSON.parse(
      readFileSync(report, 'utf8'),
    ).findings;
    const entries = found.map(({ fingerprint }) => ({ fingerprint, owner: 'someone', until: '2999-01-01' }));
    const baseline = file('baseline.json');
    writeFileSync(baseline, JSON.stringify({ findings: entries }));
    expect((await invoke([...check, '--baseline', baseline])).status).toBe(0);

    const mended = await invoke(['check', 'sandbox', '--baseline', baseline]);
    expect(mended.status).toBe(1);
    expect(mended.stderr).toContain('is no longer found: take it out of the baseline');

    writeFileSync(
      baseline,
      JSON.stringify({ findings: entries.map((one) => ({ ...one, until: '2020-01-01' })) }),
    );
    const late = await invoke([...check, '--baseline', baseline]);
    expect(late.status).toBe(1);
    expect(late.stderr).toContain('was accepted until 2020-01-01; ask someone');
  });

  it('plans the same requests each time, without credentials, and sends none', async () => {
    const plan = ['check', 'https://api.testing.plexo.com.uy', '--plan'];
    const first = await invoke(plan);
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/\d+ requests, seed 1, plan [0-9a-f]{64}; nothing was sent$/);
    expect((await invoke(plan)).stdout).toBe(first.stdout);
    expect((await invoke([...plan, '--seed', '2'])).stdout).not.toBe(first.stdout);
    const reads = await invoke([...plan, '--read-only']);
    const methods = reads.stdout.split('\n').filter((line) => /^[A-Z]+ \//.test(line));
    expect(new Set(methods.map((line) => line.split(' ')[0]))).toEqual(new Set(['GET']));
  });

  it('ends in time where nothing listens, with exit code 2, and leaves no secret anywhere', async () => {
    const outputs = ['text', 'json', 'junit', 'sarif', 'html'].flatMap((format) => [
      '--report',
      `${format}=${file(`out.${format}`)}`,
    ]);
    const ledger = file('ledger.ndjson');
    const { status, stdout, stderr } = await invoke(
      ['check', 'http://127.0.0.1:9', '--deadline', '5', '--ledger', ledger, ...outputs],
      ENV,
    );
    expect(status).toBe(2);
    expect(stdout).toContain('COULD NOT RUN');
    const written = readdirSync(folder).map((name) => readFileSync(file(name), 'utf8'));
    expect(written.length).toBeGreaterThanOrEqual(5);
    for (const text of [stdout, stderr, ...written]) {
      expect(text).not.toContain(KEY);
      expect(text).not.toContain(PAIR);
    }
  });
});

describe('plexo-customers check refuses', () => {
  const REFUSED: readonly (readonly [readonly string[], RegExp])[] = [
    [['check'], /^plexo-customers check: give exactly one target/],
    [['check', 'a', 'b'], /: give exactly one target/],
    [['check', 'ftp://x'], /: the target must be an http or https address, mock or sandbox, got "ftp:\/\/x"/],
    [['check', 'http://a:b@localhost'], /: the address holds credentials: /],
    [['check', 'http://localhost/?a=1'], /: the address must not have a query or a fragment/],
    [
      ['check', 'https://api.plexo.com.uy'],
      /: api\.plexo\.com\.uy moves real money: use https:\/\/api\.testing/,
    ],
    [['check', 'http://example.com'], /: http:\/\/example\.com is not HTTPS/],
    [['check', 'mock', '--fault', FAULT], /: --fault goes with the target "sandbox" alone/],
    [['check', 'sandbox', '--fault', 'nonsense'], /: there is no fault "nonsense"/],
    [['check', 'sandbox', '--seed', 'x'], /: --seed must be a whole number from 0, got "x"/],
    [['check', 'sandbox', '--rate', '0'], /: --rate must be a whole number from 1, got "0"/],
    [['check', 'sandbox', '--deadline', 'soon'], /: --deadline must be a number of seconds, got "soon"/],
    [['check', 'sandbox', '--colour'], /Unknown option '--colour'/],
    [['check', 'sandbox', '--report', 'pdf=x'], /: --report must be FORMAT=FILE/],
    [
      ['check', 'http://127.0.0.1:9'],
      /: set PLEXO_CLIENT_ID and PLEXO_API_KEY, or name a file with --credentials/,
    ],
    [
      ['check', 'http://127.0.0.1:9', '--credentials', 'nowhere.json'],
      /: the credentials file nowhere\.json cannot be read \(ENOENT\)/,
    ],
    [['check', 'sandbox', '--baseline', 'nowhere.json'], /ENOENT.*nowhere\.json/],
    [['check', 'sandbox', '--baseline', 'README.md'], /: the baseline is not JSON/],
    [['check', 'sandbox', '--waivers', 'package.json'], /: the waivers must be a list/],
    [['check', '--cleanup', 'nowhere.ndjson'], /: the ledger nowhere\.ndjson does not exist/],
  ];

  it.each(REFUSED)('%j in one line, with exit code 2, and writes nothing', async (args, message) => {
    const { status, stdout, stderr } = await invoke(args);
    expect(stderr).toMatch(message);
    expect(stderr.split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(existsSync('x')).toBe(false);
    expect(existsSync('plexo-check-ledger.ndjson')).toBe(false);
  });

  it('a ledger that exists, because it may hold what another check left behind', async () => {
    const ledger = file('ledger.ndjson');
    writeFileSync(ledger, 'precious');
    const { status, stderr } = await invoke(['check', 'http://127.0.0.1:9', '--ledger', ledger], ENV);
    expect(status).toBe(2);
    expect(stderr).toContain('clean up with plexo-customers check --cleanup');
    expect(readFileSync(ledger, 'utf8')).toBe('precious');
  });

  it('a credentials file that is no JSON, and quotes none of it', async () => {
    writeFileSync(file('keys.json'), `{"apiKey":"${KEY}"`, { mode: 0o600 });
    const { stderr } = await invoke(['check', 'http://127.0.0.1:9', '--credentials', file('keys.json')]);
    expect(stderr).toMatch(/the credentials file .*keys\.json is not JSON/);
    expect(stderr).not.toContain(KEY);
  });

  it('to stay silent about a credentials file that others can read', async () => {
    const credentials = JSON.stringify({ clientId: 'canary-client', apiKey: KEY });
    writeFileSync(file('keys.json'), credentials, { mode: 0o644 });
    const args = ['check', 'http://127.0.0.1:9', '--credentials', file('keys.json'), '--deadline', '2'];
    const { stderr } = await invoke([...args, '--ledger', file('ledger.ndjson')]);
    expect(stderr).toMatch(/others can read .*keys\.json: chmod 600 it/);
    expect(stderr).not.toContain(KEY);
  });
});
