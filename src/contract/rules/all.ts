/** Every rule of the judge, for those who check a server: the rules that every response must keep, and the checker's own. */
import { coreRules } from '../judge.ts';
import type { JudgeRule } from '../rule.ts';
import { allowHeader } from './allow-header.ts';
import { cardNumber } from './card-number.ts';
import { errorStatus } from './error-status.ts';
import { internalsLeak } from './internals-leak.ts';
import { jsonDuplicateKeys } from './json-duplicate-keys.ts';
import { noContentHeaders } from './no-content-headers.ts';
import { secretLeak } from './secret-leak.ts';
import { serverError } from './server-error.ts';
import { undocumentedProperty } from './undocumented-property.ts';

/** What holds for an answer to anything, also to a request that the contract does not describe. */
export const answerRules: readonly JudgeRule[] = [
  serverError,
  secretLeak,
  cardNumber,
  internalsLeak,
  allowHeader,
];

/** In the order in which a report tells them. */
export const allRules: readonly JudgeRule[] = [
  ...coreRules,
  jsonDuplicateKeys,
  errorStatus,
  undocumentedProperty,
  noContentHeaders,
  ...answerRules,
];
