import { describe, expect, it } from 'vitest';
import { breakages } from '../../../generated/breakages.ts';
import { fixtures } from '../../../generated/fixtures.ts';
import { operations } from '../../../generated/operations.ts';
import { validators } from '../../../generated/validators.js';
import { breakBody, UNBREAKABLE } from './break-body.ts';

/** The longest example that a response of this schema has: the one with the most places to break. */
function fullest(schema: string): unknown {
  const names = Object.values(operations).flatMap(({ responses }) =>
    Object.values(responses).flatMap((response) =>
      'schema' in response && response.schema === schema ? Object.values(response.examples) : [],
    ),
  );
  const values = names.map((name) => Object.entries(fixtures).find(([key]) => key === name)?.[1]);
  return values.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
}

const rows = Object.entries(breakages).flatMap(([schema, list]) =>
  list.map((breakage) => ({ ...breakage, schema })),
);

describe('a broken body', () => {
  it('is known for every schema of a response', () => {
    expect(Object.keys(breakages)).toHaveLength(6);
    expect(rows.length).toBeGreaterThan(100);
  });

  it.each(rows)(
    '$schema$at $what $drop is refused because of $spec',
    ({ schema, keyword, spec, ...breakage }) => {
      const validate = validators[schema];
      const body = fullest(schema);
      expect(validate?.(body)).toBe(true);
      const broken = breakBody(body, { ...breakage, keyword, spec });
      expect(broken).not.toBe(UNBREAKABLE);
      expect(validate?.(broken)).toBe(false);
      expect(validate?.errors?.map((error) => error.keyword)).toContain(keyword);
    },
  );

  it('leaves the original as it was', () => {
    const body = { id: 'a', metadata: { segment: 'b' } };
    breakBody(body, { at: '/metadata/segment', what: 'retyped', keyword: 'type', spec: '', value: 1 });
    expect(body).toEqual({ id: 'a', metadata: { segment: 'b' } });
  });

  it('says where a list has no item to break, and where a property is not there to be dropped', () => {
    const at = { what: 'x', keyword: 'type', spec: '' };
    expect(breakBody([], { ...at, at: '/0/id', value: 1 })).toBe(UNBREAKABLE);
    expect(breakBody({}, { ...at, at: '', drop: 'id' })).toBe(UNBREAKABLE);
  });
});
