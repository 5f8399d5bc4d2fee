import { describe, expect, it } from 'vitest';
import { applyBaseline, parseBaseline } from './baseline.ts';
import { BROKEN_OFF, REPORT } from './reports/report.fixture.ts';

const TODAY = '2026-06-15';
const entry = { fingerprint: '0123456789abcdef', owner: 'the payments team', until: '2026-06-15' };

describe('a baseline', () => {
  it('accepts a known breach up to and on its last day, so that the run is kept', () => {
    const { report, accepted, complaints } = applyBaseline(REPORT, [entry], TODAY);
    expect(report.verdict).toBe('kept');
    expect(accepted.map(({ fingerprint }) => fingerprint)).toEqual([entry.fingerprint]);
    expect(report.findings.map(({ fingerprint }) => fingerprint)).not.toContain(entry.fingerprint);
    expect(complaints).toEqual([]);
  });

  it('fails on the day after, and names the owner', () => {
    const { report, complaints } = applyBaseline(REPORT, [entry], '2026-06-16');
    expect(report.verdict).toBe('breached');
    expect(complaints).toEqual(['0123456789abcdef was accepted until 2026-06-15; ask the payments team']);
    expect(report.findings.map(({ fingerprint }) => fingerprint)).toContain(entry.fingerprint);
  });

  it('fails on a breach that it does not know', () => {
    expect(applyBaseline(REPORT, [], TODAY).report.verdict).toBe('breached');
  });

  it('fails on an entry that nothing matches any more', () => {
    const fixed = { ...entry, fingerprint: 'ffffffffffffffff' };
    const { report, complaints } = applyBaseline(REPORT, [entry, fixed], TODAY);
    expect(report.verdict).toBe('breached');
    expect(complaints).toEqual(['ffffffffffffffff is no longer found: take it out of the baseline']);
  });

  it('says nothing of fixed entries where the run broke off, and does not turn that into a verdict', () => {
    const { report, complaints } = applyBaseline(BROKEN_OFF, [entry], TODAY);
    expect(report.verdict).toBe('could_not_run');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['x', /^the baseline is not JSON/],
    ['[]', /^the baseline must be an object with a list "findings"$/],
    ['{"findings":[{}]}', /^findings\[0\]\.until must be a day, YYYY-MM-DD, got nothing$/],
    [
      JSON.stringify({ findings: [{ ...entry, until: '2026-02-31x' }] }),
      /^findings\[0\]\.until must be a day/,
    ],
    [
      JSON.stringify({ findings: [{ ...entry, owner: ' ' }] }),
      /^findings\[0\]\.owner must be a name, got " "$/,
    ],
    [
      JSON.stringify({ findings: [{ ...entry, fingerprint: 'X' }] }),
      /^findings\[0\]\.fingerprint must be 16 hexadecimal digits, got "X"$/,
    ],
    [JSON.stringify({ findings: [entry, entry] }), /^findings: 0123456789abcdef stands there twice$/],
  ])('that cannot be used is refused with the entry: %s', (text, message) => {
    expect(() => parseBaseline(text)).toThrow(message);
  });
});
