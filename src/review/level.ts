/** How much a change costs those who use the contract, and which version it therefore needs. */

/** From harmless to harmful. */
export const LEVELS = ['none', 'additive', 'codegen-breaking', 'wire-breaking'] as const;
export type Level = (typeof LEVELS)[number];

export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof BUMPS)[number];

/** The worst of several levels; `none` for an empty list. */
export function worst(levels: Iterable<Level>): Level {
  let found = 0;
  for (const level of levels) found = Math.max(found, LEVELS.indexOf(level));
  return LEVELS[found] ?? 'none';
}

export function isBreaking(level: Level): boolean {
  return level === 'codegen-breaking' || level === 'wire-breaking';
}

/**
 * The step of the version that a verdict asks for. Below 1.0.0 the minor number takes the part of the major one and the patch
 * number that of the minor one: that is how npm reads `^0.1.0`, and what semver, section 4, leaves to each project.
 */
export function requiredBump(verdict: Level, from: string): Bump {
  const initial = partsOf(from)?.[0] === 0;
  if (isBreaking(verdict)) return initial ? 'minor' : 'major';
  if (verdict === 'additive') return initial ? 'patch' : 'minor';
  return 'none';
}

/** The step between two versions; `undefined` where one is not semver or the second is the lower one. */
export function actualBump(from: string, to: string): Bump | undefined {
  const [before, after] = [partsOf(from), partsOf(to)];
  if (before === undefined || after === undefined) return undefined;
  const at = before.findIndex((part, index) => part !== after[index]);
  if (at === -1) return 'none';
  if ((after[at] ?? 0) < (before[at] ?? 0)) return undefined;
  return (['major', 'minor', 'patch'] as const)[at] ?? 'none';
}

export function suffices(actual: Bump | undefined, required: Bump): boolean {
  return actual !== undefined && BUMPS.indexOf(actual) >= BUMPS.indexOf(required);
}

function partsOf(version: string): readonly number[] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version);
  return match === null ? undefined : match.slice(1, 4).map(Number);
}
