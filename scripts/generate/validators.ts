/** The validators as one plain ES module: nothing to import and nothing compiled at run time, so it runs under a CSP. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import standalone from 'ajv/dist/standalone/index.js';
import { build, transform } from 'esbuild';
import { segmentsOf } from '../../src/contract/pointer.ts';
import { FORMATS_VARIABLE } from './ajv.ts';
import { withHeader } from './artifact.ts';
import { type CompiledContract, fragmentOf } from './compile.ts';
import { PROSE } from './schemas.ts';

export interface ValidatorsModule {
  readonly code: string;
  readonly declarations: string;
  /** Bytes after minification, plain and compressed, as a consumer's bundler would ship them. */
  readonly size: { readonly minified: number; readonly gzip: number };
}

const HERE = dirname(fileURLToPath(import.meta.url));

/** Writes the standalone code of every validator of the contract, which must have been compiled with `code: true`. */
export async function validatorsModule(contract: CompiledContract): Promise<ValidatorsModule> {
  const names = variableNames([...contract.validators.keys()]);
  const ids = Object.fromEntries([...names].map(([place, name]) => [name, fragmentOf(place)]));
  const source = [
    `import { formats as ${FORMATS_VARIABLE} } from '../../src/contract/formats.ts';`,
    // Inline schemas have no name that could be exported; they are reached through the table.
    withoutProse(standalone.default(contract.ajv, ids).replaceAll(/^export (const inline\d+)/gm, '$1')),
    `export const validators = Object.freeze({ ${[...names].map(([place, name]) => `${JSON.stringify(place)}: ${name}`).join(', ')} });`,
    'export function violatedKeyword(error) { return decodeURIComponent(error.schemaPath.slice(1)); }',
  ].join('\n');
  const code = await bundled(source);
  requireSelfContained(code);
  const minified = (await transform(code, { minify: true, format: 'esm' })).code;
  return {
    code: withHeader('ts', code),
    declarations: withHeader('ts', declarationsFor([...names.values()])),
    size: { minified: Buffer.byteLength(minified), gzip: gzipSync(minified, { level: 9 }).byteLength },
  };
}

/**
 * ajv's code carries every schema that one of its errors quotes, on a line of its own, as JSON. The words and examples in them
 * are two fifths of the module; nothing reads them there.
 */
export function withoutProse(code: string): string {
  return code.replaceAll(/^const (schema\d+) = (\{.*\});$/gm, (_, name: string, schema: string) => {
    return `const ${name} = ${JSON.stringify(judgingPart(JSON.parse(schema)))};`;
  });
}

function judgingPart(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  const members = Object.entries(schema).flatMap(([keyword, value]): readonly [string, unknown][] => {
    if (PROSE.has(keyword)) return [];
    // The members of `properties` are names, which may be the same words.
    return [[keyword, keyword === 'properties' ? eachPart(value) : judgingPart(value)]];
  });
  return Object.fromEntries(members);
}

function eachPart(schemas: object): unknown {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, judgingPart(schema)]));
}

/** `validateCustomer` for a component; a number for an inline schema. */
function variableNames(places: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const place of places) {
    const [first, second, name] = segmentsOf(place);
    const component = first === 'components' && second === 'schemas' && name !== undefined;
    names.set(place, component ? `validate${name.replaceAll(/\W/g, '_')}` : `inline${names.size}`);
  }
  return names;
}

/** ajv's ES module output still calls `require` for its runtime; the bundle carries that code itself. */
async function bundled(source: string): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: HERE, sourcefile: 'validators.js', loader: 'js' },
    absWorkingDir: HERE,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    // A linked node_modules must not change the names of the bundled files.
    preserveSymlinks: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error('esbuild wrote no file');
  // ajv's runtime functions carry the text of a `require` for ajv's own generator; it is dead weight here.
  return file.text.replaceAll(/^ *\w+\.code = 'require.*\n/gm, '');
}

function requireSelfContained(code: string): void {
  const found = /\brequire\(|\beval\(|\bnew Function\b|\bimport\b/.exec(code);
  if (found !== null)
    throw new Error(`the standalone validators contain "${found[0]}", which a CSP or a browser refuses`);
}

function declarationsFor(names: readonly string[]): string {
  const exported = names.filter((name) => name.startsWith('validate'));
  return `/** One violated keyword, as ajv reports it. */
export interface Violation {
  /** Keyword that was violated, such as \`required\`. */
  readonly keyword: string;
  /** JSON Pointer into the data. */
  readonly instancePath: string;
  /** Place of the keyword in openapi.json as a URI fragment; \`violatedKeyword\` gives it as a JSON Pointer. */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Answers whether the data fits; when it does not, \`errors\` lists every violation until the next call. */
export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly Violation[] | null;
}

/** Every validator by the JSON Pointer of its schema in openapi.json. */
export declare const validators: Readonly<Record<string, Validator>>;

/** The JSON Pointer in openapi.json of the keyword that a violation names. */
export declare function violatedKeyword(error: Pick<Violation, 'schemaPath'>): string;

${exported.map((name) => `export declare const ${name}: Validator;`).join('\n')}
`;
}
