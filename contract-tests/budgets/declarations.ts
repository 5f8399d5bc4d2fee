/** What the package's declarations cost the type checker of a program that uses them. */
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './bundle.ts';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
};

/** Where the declarations seem to be: beside node_modules, in a folder that does not exist. */
const BUILT = join(ROOT, 'budget-dist');

export interface Checked {
  readonly instantiations: number;
  readonly errors: readonly string[];
}

/** The declarations of entry points, in memory, ready to check programs against. */
export function declarationsOf(...entries: readonly string[]): { check(program: string): Checked } {
  const sources = new Map<string, ts.SourceFile | undefined>();
  const texts = new Map<string, string>();
  const emitting = { ...OPTIONS, rootDir: ROOT, outDir: BUILT, declaration: true, emitDeclarationOnly: true };
  const source = ts.createProgram(
    entries.map((entry) => join(ROOT, entry)),
    { ...emitting, allowImportingTsExtensions: true, rewriteRelativeImportExtensions: true },
    hostOver(texts, sources),
  );
  source.emit(undefined, (file, text) => texts.set(file, text));
  const file = join(ROOT, 'budget-program.ts');
  return {
    check(text) {
      texts.set(file, text);
      sources.delete(file);
      const program = ts.createProgram([file], { ...OPTIONS, noEmit: true }, hostOver(texts, sources));
      const diagnostics = [
        ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
        ...program.getSemanticDiagnostics(program.getSourceFile(file)),
      ];
      return {
        instantiations: instantiationsOf(program),
        errors: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
      };
    },
  };
}

/** The figure that `tsc --extendedDiagnostics` prints; the method behind it is not in TypeScript's own declarations. */
function instantiationsOf(program: ts.Program): number {
  const count: unknown = Reflect.get(program, 'getInstantiationCount');
  const value: unknown = typeof count === 'function' ? Reflect.apply(count, program, []) : undefined;
  if (typeof value !== 'number') throw new Error('this TypeScript does not count instantiations as 5.9 does');
  return value;
}

/** Files in memory before files on disk; a file that was parsed once serves every program. */
function hostOver(
  texts: ReadonlyMap<string, string>,
  sources: Map<string, ts.SourceFile | undefined>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS, true);
  return {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    directoryExists: (folder) => folder.startsWith(BUILT) || ts.sys.directoryExists(folder),
    getSourceFile(file, language) {
      if (!sources.has(file)) {
        const text = texts.get(file) ?? host.readFile(file);
        sources.set(file, text === undefined ? undefined : ts.createSourceFile(file, text, language, true));
      }
      return sources.get(file);
    },
  };
}
