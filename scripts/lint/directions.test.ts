import { describe, expect, it } from 'vitest';
import { importCycles } from './cycles.ts';
import { directionFaults } from './directions.ts';
import { importsIn, importsOfRepository } from './imports.ts';
import { ROOT } from './rulesets.ts';

const faultsOf = (from: string, text: string) => directionFaults(importsIn(from, text));

describe('the table of directions', () => {
  it.each([
    [
      'src/client/call.ts',
      "import { judge } from '../contract/judge.ts';",
      'must not import src/contract/judge.ts',
    ],
    ['src/client/call.ts', "import fs from 'node:fs';", 'must not import node:fs'],
    ['src/client/call.ts', "import fs from 'fs';", 'must not import fs'],
    ['src/client/call.ts', "import got from 'got';", 'must not import the package got'],
    [
      'src/contract/judge.ts',
      "import type { C } from '../client/client.ts';",
      'must not import src/client/client.ts',
    ],
    ['src/contract/judge.ts', "await import('node:path');", 'must not import node:path'],
    [
      'src/sandbox/server.ts',
      "export { judge } from '../contract/judge.ts';",
      'must not import src/contract/judge.ts',
    ],
    ['src/sandbox/server.ts', "import http from 'node:http';", 'must not import node:http'],
    ['src/index.ts', "import { main } from './cli/main.ts';", 'must not import src/cli/main.ts'],
    ['src/mock/main.ts', "import { main } from '../cli/main.ts';", 'must not import src/cli/main.ts'],
    [
      'contract-tests/cli.test.ts',
      "import { main } from '../src/cli/main.ts';",
      'must not import src/cli/main.ts',
    ],
    ['scripts/a/b.ts', "import { main } from '../../src/cli/main.ts';", 'must not import src/cli/main.ts'],
    [
      'src/review/diff.ts',
      "import { a } from '../client/client.ts';",
      'must not import src/client/client.ts',
    ],
    [
      'openapi/rules/rule.ts',
      "import { j } from '../../src/contract/judge.ts';",
      'must not import src/contract/judge.ts',
    ],
    ['openapi/rules/own/a.ts', "import fs from 'node:fs';", 'must not import node:fs'],
    ['generated/operations.ts', "import type { A } from '../src/index.ts';", 'must not import src/index.ts'],
    ['src/other/a.ts', "import a from 'a';", 'belongs to no part'],
  ])('refuses in %s: %s', (from, text, fault) => {
    expect(faultsOf(from, text)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    ['src/validation.ts', "import { judge } from './contract/judge.ts';"],
    ['src/client/options.ts', "import type { Finding } from '../contract/finding.ts';"],
    ['src/client/call.ts', "import createClient from 'openapi-fetch';"],
    ['src/client/call.test.ts', "import { judge } from '../contract/judge.ts'; import fs from 'node:fs';"],
    [
      'src/cli/check.ts',
      "import { judge } from '../contract/judge.ts'; import { mock } from '../mock/prism.ts';",
    ],
    ['openapi/rules/own/a.ts', "import { pointer } from '../../../src/contract/pointer.ts';"],
    ['contract-tests/a.test.ts', "import { a } from '../src/index.ts'; import fs from 'node:fs';"],
    ['src/client/call.ts', "const text = 'import fs from \"node:fs\"'; // import 'node:fs'"],
  ])('allows in %s: %s', (from, text) => {
    expect(faultsOf(from, text)).toEqual([]);
  });
});

describe('circular imports', () => {
  it('are found with the whole way round, once', () => {
    const imports = [
      ...importsIn('src/a.ts', "import './b.ts'; import './d.ts';"),
      ...importsIn('src/b.ts', "export * from './c.ts';"),
      ...importsIn('src/c.ts', "import type { A } from './a.ts';"),
      ...importsIn('src/d.ts', "import './c.ts';"),
    ];
    expect(importCycles(imports)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/a.ts']]);
  });

  it('are not seen where two files import a third one', () => {
    const imports = [
      ...importsIn('a.ts', "import './b.ts'; import './c.ts';"),
      ...importsIn('b.ts', "import './c.ts';"),
    ];
    expect(importCycles(imports)).toEqual([]);
  });
});

describe('the repository', () => {
  it('reads its own imports, types and re-exports included', () => {
    const found = importsOfRepository(ROOT, ['scripts/lint']);
    expect(found).toContainEqual({
      from: 'scripts/lint/directions.ts',
      specifier: './imports.ts',
      to: 'scripts/lint/imports.ts',
    });
  });
});
