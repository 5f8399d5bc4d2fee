import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Change, withChanges } from '../../../scripts/lint/changes.ts';
import { baseDocument } from '../../../scripts/lint/fixtures.ts';
import { ALLOWED, FOUND } from '../../../scripts/lint/own-rule-branches.ts';
import { type Rule, runRules } from '../rule.ts';
import { OWN_RULES } from './registry.ts';

const base = baseDocument();
function faultsOf(rule: string, changes: readonly Change[]): readonly string[] {
  const rules = OWN_RULES.filter(({ id }) => id === rule);
  return runRules(rules, withChanges(base, changes)).map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('the rules of the project find', () => {
  it.each(FOUND)('%s: %o', (rule, change, says) => {
    expect(faultsOf(rule, [change]).join('\n')).toContain(says);
  });
});

describe('the rules of the project let pass', () => {
  it.each(ALLOWED)('%s: %o', (rule, change) => {
    expect(faultsOf(rule, [change])).toEqual([]);
  });
});

describe('the list of rules', () => {
  it('holds each rule once, with an id, a title and a reason in words', () => {
    expect(new Set(OWN_RULES.map(({ id }) => id)).size).toBe(OWN_RULES.length);
    for (const { id, title, why } of OWN_RULES) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('names every rule file of this folder', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => !/^registry|\.test\.ts$/.test(name));
    expect(files.sort()).toEqual(OWN_RULES.map(({ id }) => `${id}.ts`).sort());
  });

  it('turns a document that a rule cannot read into a finding of that rule', () => {
    const broken: Rule = {
      id: 'broken',
      title: 'T',
      why: 'W.',
      check: () => {
        throw new Error('no paths');
      },
    };
    expect(runRules([broken], base)).toEqual([
      { rule: 'broken', pointer: '', message: 'the rule cannot read this document: no paths' },
    ]);
  });
});
