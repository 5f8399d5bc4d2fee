import { expect, it } from 'vitest';
import { allRules } from './all.ts';
import { ruleTexts } from './texts.ts';

it('every rule of the judge has a title and says why it exists', () => {
  expect(Object.keys(ruleTexts)).toEqual(expect.arrayContaining(allRules.map(({ id }) => id)));
  for (const { title, why } of Object.values(ruleTexts)) {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
  }
});
