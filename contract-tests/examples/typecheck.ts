/** The second half of `npm run typecheck`: the examples of the documentation, each as a module of its own. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { blocksIn, ownNames } from './blocks.ts';
import * as context from './context.ts';
import { type Documented, documentedIn, entriesOf } from './documented.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const entries = entriesOf(ROOT);

/** The README's example as a module: what it takes for granted is imported, unless it declares it itself. */
function asModule(code: string): string {
  const own = ownNames(code);
  const types = ['type Customer', 'type CustomerCreate', 'type Result'];
  const names = [...Object.keys(context), ...types].filter((name) => !own.has(name.replace('type ', '')));
  return `import { ${names.join(', ')} } from './context.ts';\n${code}\nexport {};\n`;
}

/** The example of a comment as a module: whatever the package exports, the context, the fixtures and `expect` are in scope. */
function commentModule(code: string, exported: readonly Documented[]): string {
  const own = ownNames(code);
  const isUsed = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(code) && !own.has(name);
  const used = exported.filter(({ name }) => isUsed(name));
  const ofContext = Object.keys(context).filter(
    (name) => isUsed(name) && !used.some((symbol) => symbol.name === name),
  );
  return [
    `import { expect } from 'vitest';`,
    `import { fixtures } from '../../generated/fixtures.ts';`,
    `import { ${ofContext.join(', ')} } from './context.ts';`,
    // `type` on each name that is no value, as verbatimModuleSyntax demands.
    ...used.map(
      ({ name, isValue, specifier }) => `import { ${isValue ? '' : 'type '}${name} } from '${specifier}';`,
    ),
    code,
    'export {};',
  ].join('\n');
}

/** What TypeScript has against the examples, a line each. */
function problems(): readonly string[] {
  const exported = documentedIn(ROOT, entries);
  const modules = [
    ...blocksIn(readFileSync(`${ROOT}README.md`, 'utf8'), 'README.md').map(({ place, code }) => ({
      place,
      text: asModule(code),
    })),
    ...exported.flatMap(({ examples }) =>
      examples.map(({ place, code }) => ({ place, text: commentModule(code, exported) })),
    ),
  ];
  const files = new Map(modules.map(({ text }, number) => [`${HERE}example-${number}.ts`, text]));
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = Object.fromEntries(entries.map(({ specifier, file }) => [specifier, [`./${file}`]]));
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
