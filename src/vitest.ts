/** `plexo-customers/vitest`: adds `toKeepContract()` to vitest's `expect`; import it once, in a setup file. */
import { expect } from 'vitest';
import { contractMatchers, type MatcherOptions } from './contract/matcher.ts';

declare module 'vitest' {
  // The parameter must be there, and be named as vitest names it, for the two declarations to merge.
  interface Matchers<T> {
    /**
     * Holds a response, or a request with its response, to the contract.
     *
     * @param options the operation, where the request's address does not tell it.
     */
    toKeepContract(options?: MatcherOptions): Promise<void>;
  }
}

expect.extend(contractMatchers);
