/** The keywords that limit a value without changing its type. */
import { isDeepStrictEqual } from 'node:util';
import { narrowed, report, type SchemaPair, type Scope, widened } from './scope.ts';

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;

export function compareLimits(scope: Scope, pair: SchemaPair): void {
  for (const keyword of LOWER) compareLimit(scope, pair, keyword, (before, after) => after > before);
  for (const keyword of UPPER) compareLimit(scope, pair, keyword, (before, after) => after < before);
  compareExact(scope, pair, 'pattern');
  compareExact(scope, pair, 'multipleOf');
  compareLimit(scope, pair, 'uniqueItems', () => true);
}

function compareLimit(
  scope: Scope,
  { old: from, new: to }: SchemaPair,
  keyword: string,
  isTighter: (before: number, after: number) => boolean,
): void {
  const [before, after] = [limitOf(from.value[keyword]), limitOf(to.value[keyword])];
  if (isDeepStrictEqual(before, after)) return;
  const tighter =
    after !== undefined &&
    (before === undefined ||
      (typeof before === 'number' && typeof after === 'number' && isTighter(before, after)));
  report(scope, {
    rule: tighter ? 'limit-tightened' : 'limit-loosened',
    level: tighter ? narrowed(scope) : widened(scope),
    pointer: to.pointer,
    before: before === undefined ? 'no limit' : `${keyword} ${before}`,
    after: after === undefined ? `no ${keyword}` : `${keyword} ${after}`,
  });
}

/** `false` says what an absent keyword says. */
function limitOf(value: unknown): unknown {
  return value === false ? undefined : value;
}

/** One pattern is not comparable with another: where both stand, values may have been lost and gained. */
function compareExact(scope: Scope, { old: from, new: to }: SchemaPair, keyword: string): void {
  const [before, after] = [from.value[keyword], to.value[keyword]];
  if (before === after) return;
  const place = to.pointer;
  if (before === undefined)
    report(scope, {
      rule: 'limit-tightened',
      level: narrowed(scope),
      pointer: place,
      before: 'no limit',
      after: `${keyword} ${after}`,
    });
  else if (after === undefined)
    report(scope, {
      rule: 'limit-loosened',
      level: widened(scope),
      pointer: place,
      before: `${keyword} ${before}`,
      after: `no ${keyword}`,
    });
  else report(scope, { rule: 'pattern-changed', level: 'wire-breaking', pointer: place, before, after });
}
