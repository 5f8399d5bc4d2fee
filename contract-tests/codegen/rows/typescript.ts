/** TypeScript: six generators, each fed both files. They need Node and npm alone, so they are never skipped. */
import { join } from 'node:path';
import {
  ASSIGNABLE_PROJECT,
  assignableFiles,
  type SecondGenerator,
  type TypeDifference,
} from '../assignable.ts';
import type { AcceptedWarning, Command, Row } from '../row.ts';
import { versionOf } from '../versions.ts';
import { folderOf, HERE, INPUT, ROOT } from '../workplace.ts';

interface Generator {
  readonly id: string;
  readonly generator: string;
  readonly version: string;
  readonly generate: Command;
  readonly accepted?: readonly AcceptedWarning[];
  readonly note?: string;
  /** Its own code does not compile where absent and undefined are told apart, so only its types are held to that. */
  readonly inexact?: true;
  /** Absent for openapi-typescript, which writes the published types themselves. */
  readonly second?: Omit<SecondGenerator, 'differences'> & {
    readonly differences?: Readonly<Record<Row['input'], readonly TypeDifference[]>>;
  };
}

const bin = (root: string, name: string, ...args: readonly string[]): Command => ({
  command: process.execPath,
  args: [join(root, 'node_modules', name), ...args],
});

/** It reads some schemas that may be null as if they never were, so what may be null does not fit its types. */
function forgetsNull(...schemas: readonly string[]): readonly TypeDifference[] {
  const why = 'it forgets that this may be null';
  return schemas.map((schema) => ({ schema, direction: 'published as generated', why }));
}

const GENERATORS: readonly Generator[] = [
  {
    id: 'openapi-typescript',
    generator: 'openapi-typescript with openapi-fetch',
    version: `${versionOf('openapi-typescript')}, ${versionOf('openapi-fetch')}`,
    generate: bin(ROOT, 'openapi-typescript/bin/cli.js', INPUT, '--output', 'generated/types.ts'),
  },
  {
    id: 'hey-api',
    generator: '@hey-api/openapi-ts',
    version: versionOf('@hey-api/openapi-ts'),
    generate: bin(
      HERE,
      '@hey-api/openapi-ts/bin/run.js',
      '--input',
      INPUT,
      '--output',
      'generated',
      '--client',
      '@hey-api/client-fetch',
    ),
    second: { module: './generated/types.gen.ts' },
    inexact: true,
    note: 'Its own code does not compile under `exactOptionalPropertyTypes`',
  },
  {
    id: 'orval',
    generator: 'orval (fetch)',
    version: versionOf('orval'),
    generate: bin(HERE, 'orval/dist/bin/orval.js', '--config', 'orval.config.json'),
    second: { module: './generated/api.ts' },
  },
  {
    id: 'kubb',
    generator: 'Kubb (fetch)',
    version: versionOf('@kubb/core'),
    generate: bin(HERE, '@kubb/cli/bin/kubb.cjs', 'generate', '--config', 'kubb.config.mjs'),
    second: { module: './generated/types/index.ts' },
  },
  {
    id: 'swagger-typescript-api',
    generator: 'swagger-typescript-api',
    version: versionOf('swagger-typescript-api'),
    generate: bin(
      HERE,
      'swagger-typescript-api/dist/cli.mjs',
      'generate',
      '--path',
      INPUT,
      '--output',
      'generated',
      '--name',
      'api.ts',
    ),
    second: {
      module: './generated/api.ts',
      differences: {
        '3.1': forgetsNull('Issuer', 'PaymentInstrument'),
        '3.0': forgetsNull(
          'Customer',
          'IdentityDocument',
          'NullableMetadata',
          'PostalAddress',
          'TaxIdentification',
        ),
      },
    },
  },
  {
    id: 'redocly',
    generator: 'Redocly generate-client',
    version: versionOf('@redocly/cli'),
    generate: bin(
      ROOT,
      '@redocly/cli/bin/cli.js',
      'generate-client',
      INPUT,
      '--output',
      'generated/client.ts',
      '--error-mode',
      'result',
    ),
    accepted: [
      { pattern: /Node\.js 20 support is ending/, why: '' },
      {
        pattern: /schema "ApiError" is a name/,
        why: 'a class of its own is called ApiError, so it calls the schema ApiError_2',
      },
    ],
    second: { module: './generated/client.ts', renamed: { ApiError: 'ApiError_2' } },
  },
];

export const typescriptRows: readonly Row[] = GENERATORS.flatMap(
  ({ id, generate, second, inexact = false, note, ...shown }) =>
    (['3.1', '3.0'] as const).map((input): Row => {
      const row = { ...shown, id: `${id}-${input}`, input };
      const differences = second?.differences?.[input] ?? [];
      return {
        ...row,
        language: 'TypeScript',
        needs: [],
        programs: ['typescript', id],
        ...(second === undefined
          ? {}
          : { files: assignableFiles(folderOf(row), { ...second, differences }) }),
        generate: [generate],
        compile: inexact ? [tsc('.'), tsc(ASSIGNABLE_PROJECT)] : [tsc('.', '--exactOptionalPropertyTypes')],
        run: { command: process.execPath, args: ['--import', 'tsx', 'program.ts'] },
        note: [noteOf(second === undefined ? undefined : differences), note]
          .filter((text) => text !== undefined)
          .join('. '),
      };
    }),
);

function tsc(project: string, ...flags: readonly string[]): Command {
  return bin(HERE, 'typescript/bin/tsc', '--project', project, ...flags);
}

function noteOf(differences: readonly TypeDifference[] | undefined): string {
  if (differences === undefined) return 'Writes the published types';
  if (differences.length === 0) return 'Its types and the published ones stand for each other';
  const named = differences.map(({ schema }) => `\`${schema}\``).join(', ');
  return `Its types and the published ones stand for each other except ${named}: ${differences[0]?.why}`;
}
