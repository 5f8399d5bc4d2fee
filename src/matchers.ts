/** `plexo-customers/matchers`: the judge as a matcher for vitest and jest. */
export {
  contractMatchers,
  type Judgeable,
  type MatcherOptions,
  type MatcherResult,
} from './contract/matcher.ts';
