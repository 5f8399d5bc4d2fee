/** C#: NSwag from npm, run by Mono and compiled by its compiler, because both come from Debian's packages. */
import { join } from 'node:path';
import type { Row } from '../row.ts';
import { versionOf } from '../versions.ts';
import { HERE, INPUT } from '../workplace.ts';

const NSWAG = join(HERE, 'node_modules/nswag/bin/binaries/Win');
const JSON_LIBRARY = 'Newtonsoft.Json.dll';

export const csharpRows: readonly Row[] = (['3.1', '3.0'] as const).map((input) => ({
  id: `nswag-${input}`,
  language: 'C#',
  generator: 'NSwag',
  version: versionOf('nswag'),
  input,
  needs: ['mono', 'mcs'],
  programs: ['nswag'],
  generate: [
    {
      command: 'mono',
      args: [
        join(NSWAG, 'NSwag.exe'),
        'openapi2csclient',
        `/input:${INPUT}`,
        '/output:Client.cs',
        '/namespace:Contract',
        '/jsonLibrary:NewtonsoftJson',
        '/generateOptionalParameters:true',
      ],
    },
  ],
  compile: [
    { command: 'cp', args: [join(NSWAG, JSON_LIBRARY), '.'] },
    {
      command: 'mcs',
      args: [
        '-out:program.exe',
        `-r:${JSON_LIBRARY}`,
        ...['System.Net.Http', 'System.ComponentModel.DataAnnotations', 'System.Runtime.Serialization'].map(
          (name) => `-r:${name}`,
        ),
        'Client.cs',
        'Program.cs',
      ],
    },
  ],
  run: { command: 'mono', args: ['program.exe'] },
}));
