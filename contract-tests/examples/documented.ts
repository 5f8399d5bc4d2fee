/** Every symbol that the package exports from its own sources, with what its comments say. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';
import { type Block, blocksIn } from './blocks.ts';

export interface Entry {
  /** As a user imports it. */
  readonly specifier: string;
  /** Its source, relative to the repository. */
  readonly file: string;
}

export interface Documented {
  readonly name: string;
  readonly specifier: string;
  /** Whether it exists at run time, as functions, classes and constants do. */
  readonly isValue: boolean;
  /** What ought to be described and is not: the symbol itself, a member, a parameter. */
  readonly undescribed: readonly string[];
  /** The code of its `@example` tags. */
  readonly examples: readonly Block[];
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

/** The entry points whose sources people wrote; the generated ones are described by the spec, which lint holds to it. */
export function entriesOf(root: string): readonly Entry[] {
  const manifest: Manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  return Object.entries(manifest.exports).flatMap(([path, target]) => {
    if (typeof target === 'string' || !target.types.startsWith('./dist/src/')) return [];
    const file = target.types.replace('./dist/', '').replace('.d.ts', '.ts');
    if (!existsSync(`${root}${file}`))
      throw new Error(`exports of package.json name ${file}, which is missing`);
    return [{ specifier: `${manifest.name}${path.slice(1)}`, file }];
  });
}

/** What the entry points export; a symbol of two entry points comes once, with the first. */
export function documentedIn(root: string, entries: readonly Entry[]): readonly Documented[] {
  const files = entries.map(({ file }) => `${root}${file}`);
  // Names and comments need no library; without one, reading takes a tenth of the time.
  const options = {
    noLib: true,
    types: [],
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
  };
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const seen = new Set<ts.Symbol>();
  return entries.flatMap(({ specifier, file }) => {
    const source = program.getSourceFile(`${root}${file}`);
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing`);
    return checker.getExportsOfModule(module).flatMap((exported) => {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
      if (seen.has(symbol)) return [];
      seen.add(symbol);
      return [
        {
          name: exported.name,
          specifier,
          isValue: (symbol.flags & ts.SymbolFlags.Value) !== 0,
          undescribed: undescribedIn(symbol, exported.name, root, checker),
          examples: examplesOf(symbol, root),
        },
      ];
    });
  });
}

/** A member of which TypeScript knows the very text, such as the name of an error, needs no words. */
function undescribedIn(
  symbol: ts.Symbol,
  name: string,
  root: string,
  checker: ts.TypeChecker,
): readonly string[] {
  const own = isDescribed(symbol, checker) ? [] : [name];
  const isType =
    (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0;
  const members = isType ? checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)) : [];
  const ours = members.filter(
    (member) =>
      member.declarations?.some((declaration) =>
        declaration.getSourceFile().fileName.startsWith(`${root}src/`),
      ) && !checker.getTypeOfSymbol(member).isStringLiteral(),
  );
  return [
    ...own,
    ...ours.filter((member) => !isDescribed(member, checker)).map((member) => `${name}.${member.name}`),
    ...undescribedParameters(symbol, name),
  ];
}

/** What a member inherits describes it too. */
function isDescribed(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return symbol.getDocumentationComment(checker).length > 0;
}

function undescribedParameters(symbol: ts.Symbol, name: string): readonly string[] {
  return (symbol.declarations ?? [])
    .filter(ts.isFunctionDeclaration)
    .flatMap((declaration) =>
      declaration.parameters
        .filter((parameter) => ts.getJSDocParameterTags(parameter).every(({ comment }) => !comment))
        .map((parameter) => `${name}(${parameter.name.getText()})`),
    );
}

function examplesOf(symbol: ts.Symbol, root: string): readonly Block[] {
  return (symbol.declarations ?? []).flatMap((declaration) => {
    const source = declaration.getSourceFile();
    // The comments of a variable stand before its statement.
    const owner = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    return ts.getJSDocCommentsAndTags(owner).flatMap((comment) => {
      // The whole comment and not the tag, which would end at a line of code that begins with an at sign.
      if (!ts.isJSDoc(comment) || !comment.getText().includes('* @example\n')) return [];
      const { line } = source.getLineAndCharacterOfPosition(comment.getStart());
      return blocksIn(comment.getText(), relative(root, source.fileName), line);
    });
  });
}
