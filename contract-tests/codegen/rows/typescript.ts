/** TypeScript: six generators, each fed both files. They need Node and npm alone, so they are never skipped. */
import { join } from 'node:path';
import type { AcceptedWarning, Command, Row } from '../row.ts';
import { versionOf } from '../versions.ts';
import { HERE, INPUT, ROOT } from '../workplace.ts';

interface Generator {
  readonly id: string;
  readonly generator: string;
  readonly version: string;
  readonly generate: Command;
  readonly accepted?: readonly AcceptedWarning[];
  readonly note?: string;
}

const bin = (root: string, name: string, ...args: readonly string[]): Command => ({
  command: process.execPath,
  args: [join(root, 'node_modules', name), ...args],
});

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
  },
  {
    id: 'orval',
    generator: 'orval (fetch)',
    version: versionOf('orval'),
    generate: bin(HERE, 'orval/dist/bin/orval.js', '--config', 'orval.config.json'),
  },
  {
    id: 'kubb',
    generator: 'Kubb (fetch)',
    version: versionOf('@kubb/core'),
    generate: bin(HERE, '@kubb/cli/bin/kubb.cjs', 'generate', '--config', 'kubb.config.mjs'),
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
  },
];

export const typescriptRows: readonly Row[] = GENERATORS.flatMap(({ id, generate, ...shown }) =>
  (['3.1', '3.0'] as const).map((input) => ({
    ...shown,
    id: `${id}-${input}`,
    language: 'TypeScript',
    input,
    needs: [],
    programs: ['typescript', id],
    generate: [generate],
    compile: [bin(HERE, 'typescript/bin/tsc', '--project', '.')],
    run: { command: process.execPath, args: ['--import', 'tsx', 'program.ts'] },
  })),
);
