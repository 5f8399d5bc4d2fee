/** The second half of `npm run typecheck`: the examples of the documentation, each as a module of its own. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as index from '../../src/index.ts';
import * as testing from '../../src/testing.ts';
import { allBlocks, ownNames } from './blocks.ts';
import * as context from './context.ts';
import { examples, exported } from './fake-examples.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The example as a module: what it takes for granted is imported, unless it declares it itself. */
function asModule(code: string): string {
  const own = ownNames(code);
  const names = [...Object.keys(context), 'type Result'].filter(
    (name) => !own.has(name.replace('type ', '')),
  );
  return `import { ${names.join(', ')} } from './context.ts';\n${code}\nexport {};\n`;
}

/** The examples of the fake as one module; all of them take its names for granted. */
function fakeModule(): string {
  return [
    `import { expect } from 'vitest';`,
    `import { fixtures } from '../../generated/fixtures.ts';`,
    `import { ${Object.keys(index).join(', ')} } from '../../src/index.ts';`,
    // `type` on each name that is no value, as verbatimModuleSyntax demands.
    `import { ${exported.map((name) => (name in testing ? name : `type ${name}`)).join(', ')} } from '../../src/testing.ts';`,
    ...examples.map(({ code, symbol }) => `export async function of${symbol}() {\n${code}}`),
  ].join('\n');
}

/** What TypeScript has against the examples, a line each. */
function problems(): readonly string[] {
  const blocks = allBlocks(ROOT);
  const modules = [
    ...blocks.map(({ place, code }) => ({ place, text: asModule(code) })),
    { place: 'src/testing', text: fakeModule() },
  ];
  const files = new Map(modules.map(({ text }, number) => [`${HERE}example-${number}.ts`, text]));
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = {
    'plexo-customers': ['./src/index.ts'],
    'plexo-customers/mock': ['./src/mock/prism.ts'],
    'plexo-customers/*': ['./src/*.ts'],
  };
  // An example may leave a value unused, and reads the environment as its readers do.
  const relaxed = {
    noUnusedLocals: false,
    noUnusedParameters: false,
    noPropertyAccessFromIndexSignature: false,
  };
  const chosen = { ...options, ...relaxed, baseUrl: ROOT, paths };
  const host = ts.createCompilerHost(chosen);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], chosen, host);
  return [...files.keys()].flatMap((name, number) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(name))
      .map(
        ({ messageText }) =>
          `${modules[number]?.place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      ),
  );
}

const found = problems();
for (const problem of found) console.error(problem);
process.exitCode = found.length === 0 ? 0 : 1;
