import type { JudgeRule } from '../rule.ts';

export const internalsLeak: JudgeRule = {
  id: 'internals-leak',
  severity: 'error',
  judge({ text, operation }) {
    const trace = TRACES.find(({ pattern }) => pattern.test(text ?? ''));
    if (trace === undefined) return [];
    const expected = 'no stack trace';
    return [{ spec: `${operation.pointer}/responses`, at: 'body', expected, got: `one of ${trace.of}` }];
  },
};

/** Line breaks stand escaped in JSON text and as they are in plain text. */
const TRACES: readonly { readonly of: string; readonly pattern: RegExp }[] = [
  { of: 'JavaScript', pattern: /\bat [^\n"]{1,200}:\d+:\d+\)?(?:\\n|\n|"|$)/ },
  { of: '.NET', pattern: /\bat [\w.<>`]+\([^)\n]{0,200}\)(?: in [^\n"]+:line \d+|(?:\\r)?\\n|\r?\n)/ },
  { of: 'Java', pattern: /\bat [\w.$]+\([\w.]+\.java:\d+\)/ },
  { of: 'Python', pattern: /Traceback \(most recent call last\)/ },
];
