import { expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { fixturesModule } from './fixtures.ts';
import { theContract } from './the-contract.ts';

it('holds every component example, value for value', () => {
  const examples = Object.entries(theContract().components?.examples ?? {});
  expect(examples.length).toBeGreaterThan(20);
  expect(fixtures).toEqual(Object.fromEntries(examples.map(([name, { value }]) => [name, value])));
});

it('gives each example the type of the body that it illustrates', () => {
  const text = fixturesModule(theContract());
  expect(text).toContain('readonly CustomerCreateGuide: CustomerCreate;');
  expect(text).toContain('readonly CustomerListEmpty: Customer[];');
  expect(text).toContain('readonly ErrorNotFound: ApiError;');
});

it('refuses an example that no operation shows, because nothing says what it illustrates', () => {
  const document = structuredClone(theContract());
  Object.assign(document.components?.examples ?? {}, { Orphan: { value: 1 } });
  expect(() => fixturesModule(document)).toThrow(
    '#/components/examples/Orphan: no operation shows this example',
  );
});

it('refuses an example that illustrates two different models', () => {
  const document = structuredClone(theContract());
  const media = document.components?.responses?.['NotFound']?.content?.['application/json'];
  Object.assign(media?.examples ?? {}, { other: { $ref: '#/components/examples/CustomerMinimal' } });
  expect(() => fixturesModule(document)).toThrow(
    '#/components/examples/CustomerMinimal: it illustrates both',
  );
});
