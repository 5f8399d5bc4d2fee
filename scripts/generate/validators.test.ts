import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Module from '../../generated/validators.js';
import { brokenCopies } from '../../src/contract/broken-copies.fixture.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import { type CompiledContract, compileContract } from './compile.ts';
import { operationsTable } from './operations.ts';
import { theContract } from './the-contract.ts';
import { type ValidatorsModule, validatorsModule, withoutProse } from './validators.ts';

let contract: CompiledContract;
let written: ValidatorsModule;
let module: typeof Module;
let directory: string;

beforeAll(async () => {
  contract = compileContract(theContract(), { code: true });
  written = await validatorsModule(contract);
  directory = await mkdtemp(join(tmpdir(), 'validators-'));
  const file = join(directory, 'validators.mjs');
  await writeFile(file, written.code);
  module = await import(pathToFileURL(file).href);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Every example with the pointer of the schema that it illustrates. */
function examples(): readonly { readonly name: string; readonly schema: string; readonly value: unknown }[] {
  const document = theContract();
  const bodies = Object.values(operationsTable(document)).flatMap(({ request, responses }) => [
    ...(request === undefined ? [] : [request]),
    ...Object.values(responses),
  ]);
  return bodies.flatMap(({ schema, examples: names }) =>
    Object.values(names).map((name) => ({
      name,
      schema: schema ?? '',
      value: valueAt(document, `/components/examples/${name}/value`),
    })),
  );
}

describe('the standalone validators', () => {
  it('accept every example of the contract', () => {
    expect(examples().length).toBeGreaterThan(30);
    for (const { name, schema, value } of examples()) {
      expect(
        module.validators[schema]?.(value),
        `${name}: ${JSON.stringify(module.validators[schema]?.errors)}`,
      ).toBe(true);
    }
  });

  it('give the same verdicts and errors as ajv at run time, on the examples and on broken copies of them', () => {
    let refused = 0;
    for (const { schema, value } of examples()) {
      const standalone = module.validators[schema];
      const runtime = contract.validators.get(schema);
      for (const data of [value, ...brokenCopies(value)]) {
        const verdict = standalone?.(data);
        if (verdict !== runtime?.(data)) expect.fail(`${schema} judges ${JSON.stringify(data)} in two ways`);
        if (verdict) continue;
        refused += 1;
        if (JSON.stringify(standalone?.errors) !== JSON.stringify(runtime?.errors)) {
          expect(standalone?.errors).toEqual(runtime?.errors);
        }
      }
    }
    expect(refused).toBeGreaterThan(1000);
  });

  it('name for each error the place in the bundle of the keyword that was violated', () => {
    const document = theContract();
    const seen = new Set<string>();
    for (const { schema, value } of examples()) {
      for (const data of brokenCopies(value)) {
        module.validators[schema]?.(data);
        for (const error of module.validators[schema]?.errors ?? []) {
          const place = module.violatedKeyword(error);
          if (seen.has(place)) continue;
          seen.add(place);
          expect(place.endsWith(`/${error.keyword}`), place).toBe(true);
          expect(valueAt(document, place), place).toBeDefined();
        }
      }
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        '/components/schemas/NullableMetadata/additionalProperties/type',
        '/paths/~1v1~1customers~1{customerId}~1payment-instruments/get/responses/200/content/application~1json/schema/type',
      ]),
    );
  });

  it('need nothing from outside and compile nothing at run time', () => {
    expect(written.code).not.toMatch(/\brequire\(|\beval\(|\bFunction\(|\bimport\b/);
  });

  it('are exported by name, one for each component schema, and declared', () => {
    for (const name of Object.keys(theContract().components?.schemas ?? {})) {
      expect(Reflect.get(module, `validate${name}`)).toBe(module.validators[`/components/schemas/${name}`]);
      expect(written.declarations).toContain(`export declare const validate${name}: Validator;`);
    }
  });

  it('stay small: at most 10 kB reach a consumer after minification and gzip', () => {
    expect(written.size.gzip).toBeLessThan(10_000);
  });
});

describe('the words of the contract', () => {
  it('stay out of the module: a program would carry them for nothing', () => {
    const prose =
      JSON.stringify(theContract()).match(/"(?:description|x-extensible-enum)":"?[^"]{40}/g) ?? [];
    expect(prose.length).toBeGreaterThan(50);
    const found = prose.filter((words) => written.code.includes(words.slice(words.indexOf(':') + 2)));
    expect(found).toEqual([]);
  });

  it('are taken from schemas, and a property that is called like a keyword stays', () => {
    const schema = {
      description: 'words',
      properties: { title: { type: 'string', examples: ['x'] } },
      enum: ['title'],
    };
    expect(withoutProse(`const schema7 = ${JSON.stringify(schema)};`)).toBe(
      'const schema7 = {"properties":{"title":{"type":"string"}},"enum":["title"]};',
    );
  });
});
