import { schemasOf } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';

const BEYOND_RE2 = /\(\?<?[=!]|\\[1-9]|\\k</;

export const patternAnchored: Rule = {
  id: 'pattern-anchored',
  title: 'Patterns are anchored at both ends and mean the same in every language',
  why: 'An unanchored pattern accepts any text that contains a match; look-around and back-references do not exist in Go (RE2).',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      if (schema.pattern === undefined) continue;
      const fault = faultIn(String(schema.pattern));
      if (fault !== undefined)
        yield { pointer: `${pointer}/pattern`, message: `"${schema.pattern}": ${fault}` };
    }
  },
};

function faultIn(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'no valid regular expression';
  }
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return 'begin with ^ and end with $';
  if (BEYOND_RE2.test(pattern)) return 'look-around and back-references are unknown to RE2';
  return undefined;
}
