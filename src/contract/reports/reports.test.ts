import { describe, expect, it } from 'vitest';
import { githubAnnotations, githubSummary } from './github.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { paint, WIDTH } from './lines.ts';
import { BROKEN_OFF, HOSTILE, KEPT, REPORT } from './report.fixture.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

const plain = paint(false);

describe('the report for a terminal', () => {
  const text = textReport(REPORT, plain);

  it('says what was broken, where the contract says it, and how to repeat it', () => {
    expect(text).toContain('BREACH  retrieveCustomer 200 body: body-schema  (3 times)');
    expect(text).toContain('generated/openapi.yaml:12:7 /components/schemas/Customer/required/0');
    expect(text).toContain('repeat    curl -i -u "$PLEXO_CLIENT_ID:$PLEXO_API_KEY"');
  });

  it('stays within 80 columns, but for lines that are to be copied whole', () => {
    const long = text.split('\n').filter((line) => line.length > WIDTH);
    expect(long.every((line) => /^ {2}repeat/.test(line))).toBe(true);
  });

  it('says what could not be tried, and why, once for each reason', () => {
    expect(text.match(/the target keeps no state/g)).toHaveLength(1);
    expect(text).toContain('delete-means-gone, update-is-visible');
  });

  it('obeys no control character and no direction mark that a server sent', () => {
    expect(text).toContain('\\u001b[31m\\u202e');
    for (const character of ['\u001b', '\u202e']) expect(text).not.toContain(character);
  });

  it('ends with the verdict', () => {
    expect(text.split('\n').at(-1)).toBe('BREACHED: 1 breach, 1 warning (1.3 s)');
    expect(textReport(KEPT, plain).split('\n').at(-1)).toBe('KEPT: 0 breaches, 0 warnings (1.3 s)');
    expect(textReport(BROKEN_OFF, plain)).toMatch(
      /COULD NOT RUN[^\n]+\n {2}http:\/\/127\.0\.0\.1:1 did not answer/,
    );
  });

  it('is coloured only where colours are welcome', () => {
    expect(text).not.toContain('\u001b');
    expect(textReport(REPORT, paint(true))).toContain('\u001b[31m');
  });
});

describe('the report as JUnit XML', () => {
  it('counts a breach as failure, a warning as passed, and what was not tried as skipped', () => {
    expect(junitReport(REPORT)).toContain(
      '<testsuites name="plexo-customers check" tests="5" failures="1" errors="0" skipped="2"',
    );
    expect(junitReport(KEPT)).toContain('tests="0" failures="0" errors="0" skipped="0"');
  });

  it('has an error where the check could not run', () => {
    expect(junitReport(BROKEN_OFF)).toContain('failures="0" errors="1"');
  });

  it('lets no text of a server become markup', () => {
    expect(junitReport(REPORT)).toContain('&lt;script&gt;');
    expect(junitReport(REPORT)).not.toContain('<script>');
  });
});

describe('the report as SARIF', () => {
  const { runs } = JSON.parse(sarifReport(REPORT));

  it('places each finding at its line of the spec', () => {
    const [first] = runs[0].results;
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'generated/openapi.yaml' },
      region: { startLine: 12, startColumn: 7 },
    });
    expect(first.partialFingerprints['plexoCustomers/v1']).toBe('0123456789abcdef');
  });

  it('describes each rule once and refers to it by index', () => {
    const [{ tool, results }] = runs;
    const ids = tool.driver.rules.map((rule: { id: string }) => rule.id);
    expect(ids).toEqual(['body-schema', 'headers']);
    for (const result of results) expect(ids[result.ruleIndex]).toBe(result.ruleId);
  });

  it('says so where the check could not run', () => {
    expect(JSON.parse(sarifReport(BROKEN_OFF)).runs[0].invocations[0].executionSuccessful).toBe(false);
  });
});

describe('the report for GitHub', () => {
  it('annotates the line of the spec, and no text of a server starts a command', () => {
    const lines = githubAnnotations(REPORT).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^::error file=generated\/openapi\.yaml,line=12,col=7,title=retrieveCustomer 200%3A body-schema::/,
    );
  });

  it('is a summary in which no cell can end its table', () => {
    const row = githubSummary(REPORT)
      .split('\n')
      .find((line) => line.includes('0123456789abcdef'));
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(8);
  });

  it('leads with the failure where the check could not run', () => {
    expect(githubAnnotations(BROKEN_OFF)).toMatch(/^::error title=the check could not run::http/);
    expect(githubSummary(BROKEN_OFF)).toContain('did not answer');
  });
});

describe('the report as a page', () => {
  const page = htmlReport(REPORT);

  it('stands alone: no script, no address to load from', () => {
    expect(page).not.toMatch(/<script|src=|@import|url\(/);
    expect(page).toContain(HOSTILE.slice(1, 6).replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });

  it('shows the finding, its exchange, the open question and the matrix', () => {
    for (const part of [
      '0123456789abcdef',
      'GET http://127.0.0.1:1/v1/customers/x',
      'spec change: describe PUT',
      'null 0',
    ]) {
      expect(page).toContain(part);
    }
  });
});
