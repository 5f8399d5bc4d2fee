import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '../../../generated/fixtures.ts';
import { invoke } from '../terminal.fixture.ts';

let folder: string;
const file = (name: string): string => join(folder, name);

function har(body: unknown): string {
  const content = { size: 1, text: JSON.stringify(body) };
  const headers = [{ name: 'Content-Type', value: 'application/json' }];
  const request = { method: 'GET', url: 'https://api.example.com/v1/customers/some-id', headers: [] };
  return JSON.stringify({ log: { entries: [{ request, response: { status: 200, headers, content } }] } });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'judge-'));
  writeFileSync(file('good.har'), har(fixtures.CustomerFull));
  writeFileSync(file('bad.har'), har({ email: 'someone@private.invalid-domain.uy', phone: 7 }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('plexo-customers judge', () => {
  it('keeps quiet about traffic that keeps the contract, with exit code 0', async () => {
    const { status, stdout } = await invoke(['judge', file('good.har')]);
    expect(stdout).toContain('KEPT: 0 breaches, 0 warnings');
    expect(status).toBe(0);
  });

  it('names the line of the spec for each breach, writes every report, and exits with 1', async () => {
    const formats = ['text', 'json', 'junit', 'sarif', 'html'];
    const reports = formats.flatMap((format) => ['--report', `${format}=${file(`out/report.${format}`)}`]);
    const summary = file('summary.md');
    const { status, stdout } = await invoke(['judge', file('bad.har'), ...reports], {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    });
    expect(status).toBe(1);
    const place = /generated\/openapi\.yaml:(\d+):(\d+) \/components\/schemas\/Customer\/required$/m.exec(
      stdout,
    );
    const spec = readFileSync('generated/openapi.yaml', 'utf8').split('\n');
    expect(spec[Number(place?.[1]) - 1]?.slice(Number(place?.[2]) - 1)).toBe('required:');
    expect(stdout).toMatch(/^::error file=generated\/openapi\.yaml,line=\d+,col=\d+,title=/m);
    expect(readFileSync(summary, 'utf8')).toContain('## The contract is breached');
    for (const format of formats) {
      const text = readFileSync(file(`out/report.${format}`), 'utf8');
      expect(text).toContain('body-schema');
      expect(text).not.toContain('someone@private');
    }
  });

  it.each([
    [['judge'], /^plexo-customers judge: give exactly one file/],
    [['judge', 'nowhere.har'], /^plexo-customers judge: ENOENT: [^\n]*nowhere\.har/],
    [['judge', 'package.json'], /^plexo-customers judge: log must be an object, got undefined/],
    [
      ['judge', 'good.har', '--report', 'pdf=x'],
      /--report must be FORMAT=FILE with FORMAT one of text, json, junit, sarif, html, got "pdf=x"/,
    ],
    [['proxy'], /^plexo-customers proxy: give exactly one upstream address/],
    [
      ['proxy', 'ftp://x'],
      /^plexo-customers proxy: the upstream must be an http or https address, got "ftp:\/\/x"/,
    ],
    [['proxy', 'http://a:b@x'], /^plexo-customers proxy: the upstream must not have credentials/],
  ])('refuses %j in one line, with exit code 2', async (args, message) => {
    const { status, stderr } = await invoke(args);
    expect(stderr).toMatch(message);
    expect(stderr.split('\n')).toHaveLength(1);
    expect(status).toBe(2);
    expect(existsSync('x')).toBe(false);
  });
});
