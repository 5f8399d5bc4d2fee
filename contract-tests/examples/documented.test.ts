/** Every exported symbol is described, and the examples in the comments run: against the API in memory, or against Prism. */
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { createFakePlexo } from '../../src/testing.ts';
import { circumstances } from './circumstances.ts';
import * as context from './context.ts';
import { documentedIn, entriesOf } from './documented.ts';
import { runExample } from './run-example.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const entries = entriesOf(ROOT);
const documented = documentedIn(ROOT, entries);
const examples = documented.flatMap((symbol) => symbol.examples.map((block) => ({ ...symbol, ...block })));

/** An example in a comment takes for granted what the package exports, the context, the fixtures and `expect`. */
const modules = new Map<string, object>();
for (const { specifier, file } of entries) modules.set(specifier, await import(`${ROOT}${file}`));
const scope: Readonly<Record<string, unknown>> = Object.assign({}, context, ...modules.values(), {
  fixtures,
  expect,
});

describe('the description', () => {
  it.each(entries)('stands at everything that $specifier exports, at its members and parameters', (entry) => {
    const symbols = documented.filter(({ specifier }) => specifier === entry.specifier);
    // What a setup file imports for its effect exports nothing.
    if (entry.specifier !== 'plexo-customers/vitest') expect(symbols).not.toEqual([]);
    expect(symbols.flatMap(({ undescribed }) => undescribed)).toEqual([]);
  });

  it('has an example wherever something exists at run time, and at everything of the fake', () => {
    const wanting = documented.filter(
      ({ isValue, specifier, examples }) =>
        (isValue || specifier === 'plexo-customers/testing') && examples.length === 0,
    );
    expect(wanting.map(({ name, specifier }) => `${name} of ${specifier}`)).toEqual([]);
  });

  it('is missed where it is missing', () => {
    const [probe] = documentedIn(ROOT, [
      { specifier: 'probe', file: 'contract-tests/examples/undocumented.fixture.ts' },
    ]);
    expect(probe).toMatchObject({
      isValue: true,
      undescribed: ['undocumented', 'undocumented(parameter)'],
      examples: [],
    });
  });

  it('of a circumstance names a symbol that has an example', () => {
    const shown = new Set(examples.map(({ name }) => name));
    expect(Object.keys(circumstances).filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('the example in the comment of', () => {
  const printed: string[] = [];
  const original = globalThis.fetch;

  beforeEach(() => {
    printed.length = 0;
    const print = (...values: unknown[]): void => void printed.push(format(...values));
    for (const method of ['log', 'warn', 'error'] as const)
      vi.spyOn(console, method).mockImplementation(print);
  });

  afterEach(() => {
    globalThis.fetch = original;
    vi.restoreAllMocks();
  });

  it.each(examples)('$name runs and has something to show ($place)', async ({ name, specifier, code }) => {
    const fake = createFakePlexo({ strict: true });
    circumstances[name]?.(fake);
    // The examples of the mock start a real Prism.
    if (specifier !== 'plexo-customers/mock') globalThis.fetch = fake.fetch;
    await runExample(
      code,
      scope,
      (imported) => modules.get(imported) ?? expect.fail(`the example imports ${imported}`),
    );
    expect(
      printed.length + expect.getState().assertionCalls,
      'it printed and expected nothing',
    ).toBeGreaterThan(0);
    expect(printed.join('\n')).not.toMatch(/undefined/);
  });
});
