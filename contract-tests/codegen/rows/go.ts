/** Go: two generators, each with a module of its own that holds the generated package and the program. */
import type { Command, Row } from '../row.ts';
import { versionOf } from '../versions.ts';
import { INPUT } from '../workplace.ts';

const go = (...args: readonly string[]): Command => ({
  command: 'go',
  args,
  // Only the toolchain that is here, and no writing of go.mod that the row did not ask for.
  environment: { GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' },
});

const pinned = (module: string): string => `${module}@${versionOf(module)}`;

const OAPI_CODEGEN = 'github.com/oapi-codegen/oapi-codegen/v2';
const OGEN = 'github.com/ogen-go/ogen';

const shared = {
  language: 'Go',
  needs: ['go'],
  compile: [go('vet', './...'), go('build', '-o', 'program', '.')],
  run: { command: './program', args: [] },
} as const;

const BOTH = ['3.1', '3.0'] as const;

export const goRows: readonly Row[] = [
  ...BOTH.map(
    (input): Row => ({
      ...shared,
      id: `oapi-codegen-${input}`,
      generator: 'oapi-codegen',
      version: versionOf(OAPI_CODEGEN),
      input,
      programs: ['oapi-codegen'],
      generate: [
        go('mod', 'init', 'matrix'),
        { command: 'mkdir', args: ['api'] },
        go(
          'run',
          `${OAPI_CODEGEN}/cmd/oapi-codegen@${versionOf(OAPI_CODEGEN)}`,
          '-generate',
          'types,client',
          '-package',
          'api',
          '-o',
          'api/api.go',
          INPUT,
        ),
        go('get', pinned('github.com/oapi-codegen/runtime')),
        go('mod', 'tidy'),
      ],
    }),
  ),
  ...BOTH.map(
    (input): Row => ({
      ...shared,
      id: `ogen-${input}`,
      generator: 'ogen',
      version: versionOf(OGEN),
      input,
      programs: ['ogen'],
      generate: [
        go('mod', 'init', 'matrix'),
        go(
          'run',
          `${OGEN}/cmd/ogen@${versionOf(OGEN)}`,
          '--target',
          'api',
          '--package',
          'api',
          '--clean',
          INPUT,
        ),
        go('get', pinned(OGEN)),
        go('mod', 'tidy'),
      ],
      accepted: [
        {
          pattern: /Header name is not canonical.*WWW-Authenticate/,
          why: 'Go writes the header `WWW-Authenticate` of RFC 9110 as `Www-Authenticate`, which is the same header',
        },
        { pattern: /INFO\s+convenient\s+Generating convenient error response/, why: '' },
      ],
    }),
  ),
];
