import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import * as index from '../index.ts';
import * as testing from '../testing.ts';

const FOLDER = new URL('./', import.meta.url);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Example {
  readonly symbol: string;
  readonly code: string;
}

/** The code of every `@example` in a doc comment, with the name of what it documents. */
function examplesIn(source: string): readonly Example[] {
  const documented =
    /@example\n \* ```ts\n([\s\S]*?) \* ```\n \*\/\n(?:\/\/.*\n)?export (?:const|function|class|type|interface) (\w+)/g;
  return [...source.matchAll(documented)].map(([, code = '', symbol = '']) => ({
    symbol,
    code: code.replace(/^ \* ?/gm, ''),
  }));
}

const examples = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => examplesIn(readFileSync(new URL(file, FOLDER), 'utf8')));

/** What the entry point exports, types too. */
const entry = readFileSync(new URL('../testing.ts', import.meta.url), 'utf8');
const exported = [...entry.matchAll(/export (?:type )?\{([^}]*)\}/g)]
  .flatMap(([, names = '']) => names.split(',').map((name) => name.replace('type ', '').trim()))
  .filter((name) => name !== '');

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

  it('has examples that TypeScript accepts', () => {
    const file = fileURLToPath(new URL('examples-of-the-documentation.ts', FOLDER));
    const source = [
      `import { expect } from 'vitest';`,
      `import { fixtures } from '../../generated/fixtures.ts';`,
      `import { ${Object.keys(index).join(', ')} } from '../index.ts';`,
      // `type` on each name that is no value, as verbatimModuleSyntax demands.
      `import { ${exported.map((name) => (name in testing ? name : `type ${name}`)).join(', ')} } from '../testing.ts';`,
      ...examples.map(({ code, symbol }) => `export async function of${symbol}() {\n${code}}`),
    ].join('\n');
    const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
    const host = ts.createCompilerHost({ ...options, noUnusedLocals: false });
    const { getSourceFile } = host;
    host.getSourceFile = (name, language, ...rest) =>
      name === file ? ts.createSourceFile(name, source, language) : getSourceFile(name, language, ...rest);
    const program = ts.createProgram([file], { ...options, noUnusedLocals: false }, host);
    const problems = program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(problems).toEqual([]);
  }, 60_000);
});
