/**
 * The way out of openapi-typescript, which receives no more updates: a program that compiles only where the types of another
 * generator can take the place of the published ones, model by model and in both directions.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './workplace.ts';

export interface SecondGenerator {
  /** The module that exports its types, seen from the folder of the row. */
  readonly module: string;
  /** Its names of schemas where it does not take them as they are. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Where its types differ from the published ones, and why. A difference that is gone fails the row like a new one. */
  readonly differences?: readonly TypeDifference[];
}

export interface TypeDifference {
  readonly schema: string;
  /** Which of both cannot stand for the other. */
  readonly direction: 'published as generated' | 'generated as published';
  readonly why: string;
}

export const ASSIGNABLE = 'assignable.ts';
export const ASSIGNABLE_PROJECT = 'tsconfig.assignable.json';

const MODELS = 'src/client/models.ts';

/** The program and its project, by the names of their files in the row's folder. */
export function assignableFiles(folder: string, second: SecondGenerator): Readonly<Record<string, string>> {
  const project = {
    extends: './tsconfig.json',
    // As strict as the project itself about what may be absent: that is where generators differ.
    compilerOptions: { exactOptionalPropertyTypes: true },
    include: [ASSIGNABLE],
  };
  return { [ASSIGNABLE]: program(folder, second), [ASSIGNABLE_PROJECT]: JSON.stringify(project) };
}

function program(folder: string, { module, renamed = {}, differences = [] }: SecondGenerator): string {
  const root = relative(folder, ROOT);
  const functions = schemaNames().flatMap((schema) => {
    const generated = `second.${renamed[schema] ?? schema}`;
    return [
      assignment(
        `published_as_generated_${schema}`,
        `Published['${schema}']`,
        generated,
        reason(schema, 'published as generated'),
      ),
      assignment(
        `generated_as_published_${schema}`,
        generated,
        `Published['${schema}']`,
        reason(schema, 'generated as published'),
      ),
    ];
  });
  function reason(schema: string, direction: TypeDifference['direction']): string | undefined {
    return differences.find((one) => one.schema === schema && one.direction === direction)?.why;
  }
  return [
    `import type { components } from '${root}/generated/types.ts';`,
    `import type * as models from '${root}/${MODELS}';`,
    `import type * as second from '${module}';`,
    "type Published = components['schemas'];",
    ...functions,
    ...namedModels().flatMap(({ model, schema }) => [
      assignment(`model_as_published_${model}`, `models.${model}`, `Published['${schema}']`, undefined),
      assignment(`published_as_model_${model}`, `Published['${schema}']`, `models.${model}`, undefined),
    ]),
    '',
  ].join('\n');
}

function assignment(name: string, from: string, to: string, why: string | undefined): string {
  const expected = why === undefined ? '' : `// @ts-expect-error ${why}\n`;
  return `${expected}export const ${name} = (value: ${from}): ${to} => value;`;
}

/** Every component schema of the contract. */
export function schemaNames(): readonly string[] {
  const document = JSON.parse(readFileSync(`${ROOT}generated/openapi.json`, 'utf8'));
  return Object.keys(document.components.schemas);
}

/** The interfaces of the client, each with the schema that it extends: whoever assigns to a schema assigns to its interface. */
export function namedModels(): readonly { readonly model: string; readonly schema: string }[] {
  const text = readFileSync(`${ROOT}${MODELS}`, 'utf8');
  return [...text.matchAll(/^export interface (\w+) extends generated\.(\w+) /gm)].map(
    ([, model = '', schema = '']) => ({
      model,
      schema,
    }),
  );
}
