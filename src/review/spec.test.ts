import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { theContract } from '../../scripts/generate/the-contract.ts';
import { loadSpec, requireSameDialect } from './spec.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MINIMAL = { openapi: '3.1.0', info: { title: 'A', version: '1.0.0' }, paths: {} };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plexo-spec-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, value: unknown): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return file;
}

function git(...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

describe('the sources of this repository', () => {
  const spec = loadSpec('openapi', ROOT);

  it('are put together to the same document as the bundle', () => {
    expect(spec.document).toEqual(theContract());
  });

  it('are named by file and line, through references and from the root', () => {
    expect(spec.placeOf('/components/schemas/Customer/required')).toMatch(
      /^openapi\/components\/schemas\/Customer\.yaml:5$/,
    );
    expect(spec.placeOf('/paths/~1v1~1customers/post/operationId')).toBe('openapi/paths/customers.yaml:2');
    expect(spec.placeOf('/info/title')).toBe('openapi/openapi.yaml:3');
  });

  it('bring their ledger along', () => {
    expect(spec.ledger).toContain('statements:');
  });
});

describe('a git revision', () => {
  it('is read without touching the working tree', () => {
    put('openapi/openapi.yaml', { ...MINIMAL, paths: { '/a': { $ref: 'paths/a.yaml' } } });
    put('openapi/paths/a.yaml', 'get:\n  operationId: getA\n  responses: {}\n');
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    git('tag', 'v1.0.0');
    put('openapi/openapi.yaml', { ...MINIMAL, info: { title: 'B', version: '2.0.0' } });
    const tagged = loadSpec('v1.0.0', folder);
    expect(tagged.document.info.version).toBe('1.0.0');
    expect(tagged.placeOf('/paths/~1a/get/operationId')).toBe('openapi/paths/a.yaml:2');
    expect(loadSpec('openapi', folder).document.info.version).toBe('2.0.0');
    expect(() => loadSpec('v1.0.0:other.yaml', folder)).toThrow('the revision v1.0.0 has no other.yaml');
  });
});

describe('what is no version of the spec is refused in one line', () => {
  it.each<readonly [string, () => string, RegExp]>([
    ['nothing', () => 'nowhere.yaml', /nowhere\.yaml is no file, no folder and no git revision/],
    ['an empty name', () => '', /"" is no file/],
    ['an option', () => '--output=x', /"--output=x" is no file/],
    ['an address', () => 'https://example.com/openapi.json', /nothing is fetched: download it/],
    ['a folder without a spec', () => folder, /is a folder without openapi\/openapi\.yaml/],
    ['a broken file', () => put('a.json', '{"openapi": "3.1.0",'), /a\.json:1: not valid YAML or JSON/],
    ['a list', () => put('a.json', []), /a\.json is no OpenAPI document: it holds no map/],
    [
      'something else',
      () => put('a.json', { name: 'x' }),
      /a\.json is no OpenAPI document: it has no "openapi"/,
    ],
    ['no paths', () => put('a.json', { openapi: '3.1.0', info: {} }), /it has no "paths"/],
    [
      'Swagger',
      () => put('a.json', { swagger: '2.0', paths: {} }),
      /is Swagger 2\.0; only OpenAPI 3\.1 and 3\.0/,
    ],
    [
      'OpenAPI 4',
      () => put('a.json', { ...MINIMAL, openapi: '4.0.0' }),
      /is OpenAPI 4\.0\.0; only 3\.1 and 3\.0/,
    ],
    [
      'a remote reference',
      () => put('a.json', { ...MINIMAL, paths: { '/a': { $ref: 'https://example.com/a.json' } } }),
      /a\.json:9: the reference https:\/\/example\.com\/a\.json is remote, and nothing is fetched/,
    ],
    [
      'a reference with an address and no scheme',
      () => put('a.json', { ...MINIMAL, paths: { '/a': { $ref: '//example.com/a.json' } } }),
      /is remote/,
    ],
    [
      'a reference out of the folder',
      () => put('a.json', { ...MINIMAL, paths: { '/a': { $ref: '../../etc/passwd' } } }),
      /leaves the folder of the spec/,
    ],
    [
      'a reference to a missing file',
      () => put('a.json', { ...MINIMAL, paths: { '/a': { $ref: 'b.yaml' } } }),
      /a\.json:9: there is no file .*b\.yaml/,
    ],
    [
      'a reference to nothing',
      () => put('a.json', { ...MINIMAL, paths: { '/a': { $ref: '#/components/pathItems/A' } } }),
      /a\.json:9: the reference #\/components\/pathItems\/A leads nowhere/,
    ],
    [
      'references in a circle',
      () => put('a.json', { ...MINIMAL, components: { schemas: { A: { $ref: '#/components/schemas/A' } } } }),
      /leads round in a circle/,
    ],
  ])('%s', (_, given, message) => {
    const name = given();
    expect(() => loadSpec(name, folder)).toThrow(message);
    try {
      loadSpec(name, folder);
    } catch (error) {
      expect(String(error).split('\n')).toHaveLength(1);
    }
  });

  it('a 3.1 document beside its 3.0 twin', () => {
    const [one, other] = ['generated/openapi.json', 'generated/openapi-3.0.json'].map((name) =>
      loadSpec(name, ROOT),
    );
    if (one === undefined || other === undefined) throw new Error('both are there');
    expect(() => requireSameDialect(one, other)).toThrow(
      /is OpenAPI 3\.1\.0 and .* is 3\.0\.3: name two files of the same line/,
    );
  });
});
