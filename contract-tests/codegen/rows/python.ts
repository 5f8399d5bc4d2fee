/** Python: two generators, each in a virtual environment of its own. Compiled means that every module of it loads. */
import { join } from 'node:path';
import type { Command, Row } from '../row.ts';
import { versionOf } from '../versions.ts';
import { CACHE, INPUT } from '../workplace.ts';
import { ACCEPTED, OPENAPI_GENERATOR, openapiGenerator } from './openapi-generator.ts';

const environment = (name: string) => join(CACHE, `python-${name}`);
const python = (name: string) => join(environment(name), 'bin', 'python');

/** Makes the environment where it is missing and installs exactly what is pinned. */
function install(name: string, ...packages: readonly string[]): readonly Command[] {
  const pinned = packages.map((wanted) => `${wanted}==${versionOf(wanted)}`);
  return [
    { command: 'python3', args: ['-m', 'venv', environment(name)] },
    {
      command: python(name),
      args: [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--root-user-action=ignore',
        ...pinned,
      ],
    },
  ];
}

/** Loads every module below a package, so that none can hide an error; warnings are errors. */
function load(name: string, module: string): Command {
  const program = `
import importlib, pkgutil
root = importlib.import_module("${module}")
for found in pkgutil.walk_packages(root.__path__, "${module}."):
    importlib.import_module(found.name)
`;
  return { command: python(name), args: ['-W', 'error', '-c', program] };
}

const BOTH = ['3.1', '3.0'] as const;

export const pythonRows: readonly Row[] = [
  ...BOTH.map(
    (input): Row => ({
      id: `openapi-python-client-${input}`,
      language: 'Python',
      generator: 'openapi-python-client',
      version: versionOf('openapi-python-client'),
      input,
      needs: ['python3'],
      programs: ['openapi-python-client'],
      generate: [
        ...install('client', 'openapi-python-client', 'ruff'),
        {
          command: python('client'),
          args: [
            '-m',
            'openapi_python_client',
            'generate',
            '--path',
            INPUT,
            '--output-path',
            'generated',
            '--meta',
            'none',
          ],
          environment: { PATH: `${join(environment('client'), 'bin')}:${process.env['PATH'] ?? ''}` },
        },
      ],
      compile: [load('client', 'generated')],
      run: { command: python('client'), args: ['program.py'] },
    }),
  ),
  ...BOTH.map(
    (input): Row => ({
      id: `openapi-generator-python-${input}`,
      language: 'Python',
      generator: 'openapi-generator python (urllib3)',
      version: OPENAPI_GENERATOR,
      input,
      needs: ['python3', 'java', 'mvn'],
      programs: ['openapi-generator-python'],
      generate: openapiGenerator('--generator-name', 'python'),
      compile: [
        ...install('generator', 'urllib3', 'python-dateutil', 'pydantic', 'typing-extensions'),
        { ...load('generator', 'openapi_client'), environment: { PYTHONPATH: 'generated' } },
      ],
      run: { command: python('generator'), args: ['program.py'], environment: { PYTHONPATH: 'generated' } },
      accepted: ACCEPTED,
      note: '`to_json` writes null for absent properties, so the program writes models with `exclude_none`',
    }),
  ),
];
