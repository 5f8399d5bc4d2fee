/** What lint says of the new version that it did not say of the old one: all linters on both, in memory. */
import { isDeepStrictEqual } from 'node:util';
import type { LintDelta } from '../../src/review/report.ts';
import type { Spec } from '../../src/review/spec.ts';
import type { LintFinding } from '../lint/finding.ts';

export async function lintDelta(old: Spec, now: Spec): Promise<LintDelta> {
  // The linters take a second to load, and a review that fails before does not need them.
  const { lintDocuments } = await import('../lint/lint-document.ts');
  const same = isDeepStrictEqual(old.document, now.document);
  const [before = [], after = before] = await lintDocuments(
    same ? [now.document] : [old.document, now.document],
  );
  const [had, has] = [new Set(before.map(shown)), new Set(after.map(shown))];
  return {
    before: had.size,
    after: has.size,
    added: [...has].filter((finding) => !had.has(finding)),
    gone: [...had].filter((finding) => !has.has(finding)),
  };
}

function shown({ tool, rule, pointer, message }: LintFinding): string {
  return `${tool} \`${rule}\` at \`${pointer || '/'}\`: ${message}`;
}
