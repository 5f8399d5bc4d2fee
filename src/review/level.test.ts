import { describe, expect, it } from 'vitest';
import { actualBump, requiredBump, suffices, worst } from './level.ts';

describe('the version', () => {
  it.each([
    ['wire-breaking', '1.2.3', 'major'],
    ['codegen-breaking', '1.2.3', 'major'],
    ['additive', '1.2.3', 'minor'],
    ['none', '1.2.3', 'none'],
    ['wire-breaking', '0.2.3', 'minor'],
    ['additive', '0.2.3', 'patch'],
  ] as const)('of a change that is %s rises from %s by at least %s', (level, from, bump) => {
    expect(requiredBump(level, from)).toBe(bump);
  });

  it.each([
    ['1.2.3', '2.0.0', 'major'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.2.3', '1.2.3', 'none'],
    ['1.2.3', '1.1.9', undefined],
    ['1.2.3', 'next', undefined],
  ] as const)('from %s to %s is a step of %s', (from, to, bump) => {
    expect(actualBump(from, to)).toBe(bump);
  });

  it('says enough when it rises by more than is demanded, and never when it falls', () => {
    expect(suffices('major', 'minor')).toBe(true);
    expect(suffices('patch', 'minor')).toBe(false);
    expect(suffices(undefined, 'none')).toBe(false);
  });

  it('follows the worst of all changes', () => {
    expect(worst(['additive', 'wire-breaking', 'none'])).toBe('wire-breaking');
    expect(worst([])).toBe('none');
  });
});
