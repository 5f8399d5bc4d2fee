import { beforeAll, describe, expect, it } from 'vitest';
import { type Checked, declarationsOf } from './declarations.ts';

/** Type instantiations of a program with one call, beyond an empty file's. Measured: 1 and 43. */
const MOST_THROWING = 50;
const MOST_RESULT = 300;

const CLIENT = `
  import { createPlexoClient } from './budget-dist/src/index.js';
  const plexo = createPlexoClient({ clientId: 'a', apiKey: 'b', environment: 'testing' });
`;

const RAW = `
  import { createRawClient } from './budget-dist/src/raw.js';
  const raw = createRawClient({ clientId: 'a', apiKey: 'b', environment: 'testing' });
`;

let check: (program: string) => Checked;
let empty: number;

beforeAll(() => {
  ({ check } = declarationsOf('src/index.ts', 'src/raw.ts'));
  empty = check('export {};').instantiations;
});

/** What a program costs; one that does not compile costs nothing worth knowing. */
function costOf(program: string): number {
  const { instantiations, errors } = check(program);
  expect(errors).toEqual([]);
  return instantiations - empty;
}

describe('the cost for a type checker', () => {
  it('of a call that throws stays under its ceiling', () => {
    const call = `const name: string | null | undefined = (await plexo.customers.retrieve('id')).name; export { name };`;
    expect(costOf(`${CLIENT}${call}`)).toBeLessThanOrEqual(MOST_THROWING);
  });

  it('of a call that gives a result, narrowed both ways, stays under its ceiling', () => {
    const call = `
      const result = await plexo.result.customers.retrieve('id');
      export const said: string | null | undefined = result.ok ? result.data.name : result.error.message;
    `;
    expect(costOf(`${CLIENT}${call}`)).toBeLessThanOrEqual(MOST_RESULT);
  });

  it('is far below that of the inferred client underneath, which the same measure finds', () => {
    const call = `export const { data } = await raw.GET('/v1/customers/{customerId}', { params: { path: { customerId: 'id' } } });`;
    expect(costOf(`${RAW}${call}`)).toBeGreaterThan(1_000);
  });

  it('is measured on declarations that are really read', () => {
    expect(check(`${CLIENT}plexo.customers.retrieve(7);`).errors).toEqual([
      "Argument of type 'number' is not assignable to parameter of type 'string'.",
    ]);
  });
});
