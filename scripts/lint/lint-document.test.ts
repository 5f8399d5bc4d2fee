import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { withChanges } from './changes.ts';
import { baseDocument, trimmedDocument } from './fixtures.ts';
import { firstFindings, lintDocuments, lintWithOwnRules } from './lint-document.ts';
import { lintFiles, redocly } from './redocly.ts';
import { lintFileWithSpectral, lintWithSpectral } from './spectral.ts';

const base = baseDocument();
const ownFault = withChanges(base, [{ set: '/openapi', to: '3.1.1' }]);
const redoclyFault = withChanges(base, [{ remove: '/components/schemas/Payment/properties/id/examples' }]);
const spectralFault = withChanges(base, [
  { set: '/components/headers/WwwAuthenticate/examples/main/value', to: 1 },
]);

/** Too little to be clean, and quick to lint: the findings that a test adds stand out by their rule. */
const small: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Small', version: '1.0.0' }, paths: {} };

describe('linting documents in memory', () => {
  it('gives each document its own findings, of all tools', async () => {
    const server = { url: 'https://api.fixture.test/', description: 'Production.' };
    const found = await lintDocuments([small, { ...small, servers: [server] }]);
    const onSlash = found.map((findings) =>
      findings.filter(({ rule }) => rule.endsWith('server-trailing-slash')),
    );
    expect(onSlash.map((findings) => findings.map(({ tool }) => tool))).toEqual([
      [],
      ['spectral', 'redocly'],
    ]);
    for (const findings of found) {
      expect(findings).toContainEqual(expect.objectContaining({ tool: 'own', rule: 'operation-set' }));
    }
  });

  it('can stop at the first tool that notices, and asks the next one only for the rest', async () => {
    const found = await firstFindings([ownFault, redoclyFault, spectralFault]);
    expect(found.map((findings) => findings.map(({ tool }) => tool))).toEqual([
      ['own'],
      ['redocly'],
      ['spectral'],
    ]);
  });

  it('names the component that holds the fault, not the operation that uses it', async () => {
    const [finding] = await lintWithSpectral(spectralFault, ['oas3-valid-media-example']);
    expect(finding).toMatchObject({ pointer: '/components/headers/WwwAuthenticate/examples/main/value' });
    expect(finding).not.toHaveProperty('file');
  });

  it('does not run Spectral when no rule is asked for', async () => {
    expect(await lintWithSpectral(spectralFault, [])).toEqual([]);
  });

  it('reports a reference that leads nowhere as a finding of the rules that meet it', () => {
    const broken = withChanges(trimmedDocument(), [
      { set: '/paths/~1v1~1customers/get/responses/400/$ref', to: '#/components/responses/Nowhere' },
    ]);
    const messages = lintWithOwnRules(broken).map(({ message }) => message);
    expect(messages).toContain(
      'the rule cannot read this document: reference leads nowhere: #/components/responses/Nowhere',
    );
  });
});

describe('linting files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plexo-customers-lint-test-'));
    const { Payment } = base.components?.schemas ?? {};
    const response = {
      description: 'A payment.',
      content: { 'application/json': { schema: { $ref: 'Payment.json' } } },
    };
    const root = { ...small, paths: { '/payments': { get: { responses: { 200: response } } } } };
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(root));
    await writeFile(
      join(folder, 'Payment.json'),
      JSON.stringify({ ...Payment, required: ['idd'], default: 1 }),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('names the file that holds the place, in both tools', async () => {
    const [spectral, redocly] = await Promise.all([
      lintFileWithSpectral(join(folder, 'openapi.json')),
      lintFiles([join(folder, 'openapi.json')]),
    ]);
    const file = join(folder, 'Payment.json');
    expect(spectral).toContainEqual(
      expect.objectContaining({ rule: 'oas3-valid-schema-example', pointer: '/default', file }),
    );
    expect(redocly).toContainEqual(
      expect.objectContaining({
        rule: 'no-required-schema-properties-undefined',
        pointer: '/required/0',
        file,
      }),
    );
  });

  it('says which Redocly command could not run', async () => {
    await expect(redocly(['no-such-command'])).rejects.toThrow('redocly no-such-command failed');
  });
});
