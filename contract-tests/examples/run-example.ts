/** Runs the code of an example as if it stood in a module, with what it takes for granted in scope. */
import ts from 'typescript';
import { ownNames } from './blocks.ts';

/** Not a global; it is the constructor of every async function. */
const AsyncFunction = (async () => {}).constructor;

/**
 * @param scope what the example may use without declaring it
 * @param load what its imports give, by specifier
 */
export async function runExample(
  code: string,
  scope: Readonly<Record<string, unknown>>,
  load: (specifier: string) => unknown,
): Promise<void> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  });
  const own = ownNames(code);
  const given = Object.entries(scope).filter(([name]) => !own.has(name));
  const example: (...values: unknown[]) => Promise<void> = Reflect.construct(AsyncFunction, [
    'require',
    'exports',
    ...given.map(([name]) => name),
    outputText.replace('"use strict";', ''),
  ]);
  await example(load, {}, ...given.map(([, value]) => value));
}
