/** The words of every rule of a check that is not the judge's: causes, scenarios, the run itself, coverage. */
import { causes } from './cause.ts';
import type { RuleText } from './rules/texts.ts';
import { scenarios } from './scenarios/all.ts';

export const checkTexts: Readonly<Record<string, RuleText>> = {
  ...Object.fromEntries(Object.entries(causes).map(([id, { title, why }]) => [id, { title, why }])),
  ...Object.fromEntries(scenarios.map(({ id, title, why }) => [id, { title, why }])),
  'answers-in-time': {
    title: 'Every request gets its answer in time',
    why: 'A request without an answer leaves a caller in doubt whether a change was made, and a client that waits for ever stops with it.',
  },
  'answers-whole': {
    title: 'Every answer arrives whole',
    why: 'A connection that breaks in the middle of an answer, or an answer without end, leaves a caller in the same doubt as none at all.',
  },
  coverage: {
    title: 'The check has witnessed the whole contract',
    why: 'A pass says nothing about what no answer held. Each gap is a statement of the contract that this run could not see kept.',
  },
};
