/** The warnings in what a generator prints: each must be accepted with a reason, or the row fails. */
import { stripVTControlCharacters } from 'node:util';
import type { AcceptedWarning } from './row.ts';

const WARNS =
  /\bwarn(ing)?s?\b|\berrors?\b|deprecat|unsupported|not supported|ignor(ed|ing)|cannot|renamed|skipp(ed|ing)|already declare|\bfail|[⚠✗]/i;

/** Package managers tell which module they bring; a module may be called `errors`. */
const PROGRESS = /^go: (downloading|added|finding) /;

export interface Warnings {
  /** Lines that nothing accepts. */
  readonly unexpected: readonly string[];
  /** Why the others may stay, each reason once. */
  readonly reasons: readonly string[];
}

export function warningsIn(printed: string, accepted: readonly AcceptedWarning[] = []): Warnings {
  const lines = stripVTControlCharacters(printed)
    .split('\n')
    .map((line) => line.trim());
  const unexpected = new Set<string>();
  const reasons = new Set<string>();
  for (const line of lines.filter((text) => WARNS.test(text))) {
    if (PROGRESS.test(line)) continue;
    const match = accepted.find(({ pattern }) => pattern.test(line));
    if (match === undefined) unexpected.add(line);
    else if (match.why !== '') reasons.add(match.why);
  }
  return { unexpected: [...unexpected], reasons: [...reasons] };
}
