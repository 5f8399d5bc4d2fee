import { parseArgs } from 'node:util';
import { createSandbox, DEFAULT_CREDENTIALS, faultList, READINGS, type Readings } from '../../sandbox.ts';
import { type Command, UsageError } from '../command.ts';
import { ended } from '../ended.ts';
import { portFrom } from '../port.ts';
import { CLIENTS_VARIABLE, clientsFrom } from '../sandbox-clients.ts';
import { serve } from '../serve.ts';

const DEFAULT_PORT = 4020;

export const sandbox: Command = {
  name: 'sandbox',
  summary: 'serve the whole API with a memory, and with faults on demand',
  help: `plexo-customers sandbox [OPTION ...]

  --port PORT           the port to listen on, 0 for a free one (${DEFAULT_PORT})
  --clients FILE        who may call: one clientId:apiKey a line; or the same
                        pairs in ${CLIENTS_VARIABLE}. A default pair otherwise
  --seed NUMBER         makes the identifiers; one number, the same ones (1)
  --option NAME=VALUE   what it does where the guide is silent; may be repeated
  --fault ID            switches a fault on; may be repeated
  --allow-fault-header  lets each request ask for one: Prefer: fault=ID
  --list-faults         prints the faults, one a line, and ends
  --public-url ORIGIN   origin of the completion pages, behind a proxy

Options and their values, the first one assumed by the contract:
${readingLines()}

State lives in memory and is gone when it ends. Ctrl-C ends it.`,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        clients: { type: 'string' },
        seed: { type: 'string' },
        option: { type: 'string', multiple: true },
        fault: { type: 'string', multiple: true },
        'allow-fault-header': { type: 'boolean' },
        'list-faults': { type: 'boolean' },
        'public-url': { type: 'string' },
      },
    });
    if (values['list-faults'] === true) {
      terminal.print(faultLines());
      return 0;
    }
    const clients = clientsFrom(values.clients, terminal.env[CLIENTS_VARIABLE]);
    const { fetch } = createSandbox({
      ...readingsFrom(values.option ?? []),
      clients,
      seed: seedFrom(values.seed),
      faults: values.fault,
      allowFaultHeader: values['allow-fault-header'],
      publicUrl: originFrom(values['public-url']),
    });
    const served = await serve(fetch, portFrom(values.port, DEFAULT_PORT));
    const { clientId, apiKey } = DEFAULT_CREDENTIALS;
    const user = clients === undefined ? `${clientId}:${apiKey}` : 'CLIENT_ID:API_KEY';
    terminal.print(
      [
        `the sandbox serves the contract on ${served.url} (Ctrl-C ends it and forgets everything)`,
        ...(values.fault ?? []).map((id) => `with the fault ${id}`),
        '',
        'Try it:',
        `  curl -u ${user} ${served.url}/v1/customers`,
        `  curl -u ${user} ${served.url}/v1/customers --json '{"referenceId":"customer-1001"}'`,
      ].join('\n'),
    );
    await ended();
    await served.stop();
    return 0;
  },
};

function readingLines(): string {
  return Object.entries(READINGS)
    .map(([name, values]) => `  ${name.padEnd(21)} ${values.join(' | ')}`)
    .join('\n');
}

function faultLines(): string {
  return faultList()
    .map(({ id, kind, title }) => `${id}  [${kind}] ${title}`)
    .join('\n');
}

/** Values are given as text; a reading whose values are numbers gets a number. */
function readingsFrom(given: readonly string[]): Partial<Readings> {
  const chosen = given.map((text) => {
    const [, name, value] = /^(\w+)=(.+)$/.exec(text) ?? [];
    if (name === undefined) throw new UsageError(`--option must be NAME=VALUE, got "${text}"`);
    const known: readonly (string | number)[] =
      Object.entries(READINGS).find(([one]) => one === name)?.[1] ?? [];
    return [name, known.find((one) => String(one) === value) ?? value] as const;
  });
  // createSandbox checks names and values, and says which there are.
  return Object.fromEntries(chosen) as Partial<Readings>;
}

function seedFrom(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given))
    throw new UsageError(`--seed must be a whole number below 10^9, got "${given}"`);
  return Number(given);
}

function originFrom(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.pathname !== '/') {
    throw new UsageError(
      `--public-url must be an origin such as https://sandbox.example.com, got "${given}"`,
    );
  }
  return url.origin;
}
