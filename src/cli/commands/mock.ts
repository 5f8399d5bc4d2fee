import { parseArgs } from 'node:util';
import { startMock } from '../../mock/prism.ts';
import type { Command } from '../command.ts';
import { ended } from '../ended.ts';
import { portFrom } from '../port.ts';

const DEFAULT_PORT = 4010;

export const mock: Command = {
  name: 'mock',
  summary: 'serve the contract with Prism: examples only, no memory',
  help: `plexo-customers mock [--port PORT] [--spec FILE]

  --port PORT  the port to listen on, 0 for a free one (${DEFAULT_PORT})
  --spec FILE  another OpenAPI file to serve (the package's own)

Needs @stoplight/prism-cli 5.14 beside it. Any credentials work. Ctrl-C ends it.`,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, spec: { type: 'string' } },
    });
    const running = await startMock({ port: portFrom(values.port, DEFAULT_PORT), spec: values.spec });
    terminal.print(
      [
        `Prism ${running.version} serves the contract on ${running.url} (any credentials work; Ctrl-C ends it)`,
        '',
        'Try it:',
        `  curl -u my-client:my-key ${running.url}/v1/customers`,
        `  curl -u my-client:my-key -H 'Prefer: code=404' ${running.url}/v1/customers/unknown`,
      ].join('\n'),
    );
    await ended();
    await running.stop();
    return 0;
  },
};
