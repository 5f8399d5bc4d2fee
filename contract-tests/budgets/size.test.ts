import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { type Bundle, bundle, ROOT } from './bundle.ts';

/** A client and one call, minified and gzipped, openapi-fetch included. Measured: 7,943 bytes. */
const MOST_CORE = 8_000;
/** Everything that runs in production: the client and the validation of responses. Measured: 13,079 bytes. */
const MOST_PRODUCTION = 13_100;
/** The fake of the tests besides. Measured: 17,758 bytes. */
const MOST_OF_ALL = 17_800;
/** The whole of openapi-fetch, which only the way out needs. Measured: 19,999 bytes. */
const MOST_WITH_RAW = 20_100;

const CORE = `
  import { createPlexoClient } from './src/index.ts';
  const plexo = createPlexoClient({ clientId: 'a', apiKey: 'b', environment: 'testing' });
  console.log(await plexo.customers.retrieve('some-id'));
`;
const PRODUCTION = `export * from './src/index.ts'; export * from './src/validation.ts';`;
const ALL = `${PRODUCTION} export * from './src/testing.ts';`;
const WITH_RAW = `${ALL} export * from './src/raw.ts';`;

let core: Bundle;
let production: Bundle;
let all: Bundle;
let withRaw: Bundle;

beforeAll(async () => {
  [core, production, all, withRaw] = await Promise.all([
    bundle(CORE),
    bundle(PRODUCTION),
    bundle(ALL),
    bundle(WITH_RAW),
  ]);
});

/** Every text of the examples that is long enough to be recognised, and no plain word that code might use too. */
function exampleTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= 8 && /[^a-z]/i.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(exampleTexts) : [];
}

describe('the size', () => {
  it('of a client with one call stays under its ceiling', () => {
    expect(core.gzipped).toBeLessThanOrEqual(MOST_CORE);
  });

  it('of everything that runs in production stays under its ceiling', () => {
    expect(production.gzipped).toBeLessThanOrEqual(MOST_PRODUCTION);
  });

  it('of everything with the fake stays under its ceiling', () => {
    expect(all.gzipped).toBeLessThanOrEqual(MOST_OF_ALL);
  });

  it('of every entry, the whole of openapi-fetch among them, stays under its ceiling', () => {
    expect(withRaw.gzipped).toBeLessThanOrEqual(MOST_WITH_RAW);
  });

  it('is measured on programs that do what they say', () => {
    expect(core.text).toContain('/v1/customers');
    expect(production.text).toContain('must have required property');
    expect(all.text).toContain('ECONNRESET');
    expect(withRaw.text).toContain('onRequest: must return');
  });
});

describe('a program that only calls', () => {
  it('carries no validator, no large table, no examples and no test double', () => {
    const unwanted = /validators|schemas|fixtures|operations\.ts|known-values|src\/(?:contract|testing|mock)/;
    expect(core.kept.filter((file) => unwanted.test(file))).toEqual([]);
    expect(
      production.kept.filter((file) => unwanted.test(file)),
      'the pattern finds what is there',
    ).not.toEqual([]);
  });

  it('carries no words of ajv and no value of an example', () => {
    const words = [
      'must have required property',
      'instancePath',
      'missingProperty',
      ...exampleTexts(fixtures),
    ];
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((word) => core.text.includes(word))).toEqual([]);
  });

  it('needs no module of Node', () => {
    for (const { text } of [core, production, all])
      expect(text).not.toMatch(/["']node:|\brequire\(|\bprocess\.binding/);
  });
});

describe('the dependencies', () => {
  it('at run time are few, and pinned', () => {
    const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    // hono and its server are the sandbox's, yaml is the command line's.
    expect(Object.keys(dependencies)).toEqual(['@hono/node-server', 'hono', 'openapi-fetch', 'yaml']);
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('in the graph of the client are that package and no other; what it depends on itself is types', () => {
    const packages = production.inputs.flatMap(
      (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    expect([...new Set(packages)]).toEqual(['openapi-fetch']);
  });
});
