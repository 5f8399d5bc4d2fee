import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import * as index from '../../src/index.ts';
import * as testing from '../../src/testing.ts';
import { examples, exported } from './fake-examples.ts';

/** Not a global; it is the constructor of every async function. */
const AsyncFunction = (async () => {}).constructor;

const IN_SCOPE: Readonly<Record<string, unknown>> = { ...index, ...testing, fixtures, expect };

describe('the documentation of the fake', () => {
  it('shows an example of everything that plexo-customers/testing exports', () => {
    expect(exported).toContain('createFakePlexo');
    const shown = examples.map(({ symbol }) => symbol);
    expect(exported.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it.each(examples)('has an example of $symbol that runs', async ({ code }) => {
    expect.hasAssertions();
    const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
    const run: (...scope: unknown[]) => Promise<void> = Reflect.construct(AsyncFunction, [
      ...Object.keys(IN_SCOPE),
      outputText,
    ]);
    await run(...Object.values(IN_SCOPE));
  });
});
