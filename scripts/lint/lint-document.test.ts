import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withChanges } from './changes.ts';
import { baseDocument, trimmedDocument } from './fixtures.ts';
import { firstFindings, lintDocuments, lintWithOwnRules } from './lint-document.ts';
import { lintFiles, redocly } from './redocly.ts';
import { FIXTURES, ROOT } from './rulesets.ts';
import { lintFileWithSpectral, lintWithSpectral } from './spectral.ts';

const base = baseDocument();
const ownFault = withChanges(base, [{ set: '/openapi', to: '3.1.1' }]);
const redoclyFault = withChanges(base, [{ remove: '/components/schemas/Payment/properties/id/minLength' }]);
const spectralFault = withChanges(base, [
  { set: '/components/headers/WwwAuthenticate/examples/main/value', to: 1 },
]);

describe('linting documents in memory', () => {
  it('gives each document its own findings, of all tools, in order', async () => {
    const both = withChanges(redoclyFault, [{ set: '/openapi', to: '3.1.1' }]);
    const found = await lintDocuments([base, both]);
    expect(found[0]).toEqual([]);
    expect(found[1]?.map(({ tool, rule }) => `${tool} ${rule}`)).toEqual([
      'own openapi-version',
      'redocly required-string-property-missing-min-length',
    ]);
  });

  it('can stop at the first tool that notices, and asks the next one only for the rest', async () => {
    const found = await firstFindings([ownFault, base, redoclyFault, spectralFault]);
    expect(found.map((findings) => findings.map(({ tool }) => tool))).toEqual([
      ['own'],
      [],
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
  it('names the file that holds the place, in both tools', async () => {
    const path = `${FIXTURES}/base.yaml`;
    expect(await lintFileWithSpectral(path)).toEqual([]);
    const [finding] = await lintFiles([`${FIXTURES}/trim.yaml`]).catch(() => []);
    expect(finding?.file ?? resolve(ROOT, path)).toContain(FIXTURES);
  });

  it('says which Redocly command could not run', async () => {
    await expect(redocly(['no-such-command'])).rejects.toThrow('redocly no-such-command failed');
  });
});
