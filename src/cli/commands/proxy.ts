import { appendFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createProxy } from '../../contract/proxy.ts';
import { createTrafficJudge } from '../../contract/traffic/judge-traffic.ts';
import { ndjsonLine } from '../../contract/traffic/ndjson.ts';
import { type Command, UsageError } from '../command.ts';
import { ended } from '../ended.ts';
import { deliver, exitCodeOf, outputFrom } from '../output.ts';
import { portFrom } from '../port.ts';
import { serve } from '../serve.ts';
import { withSources } from '../spec-source.ts';
import { version } from '../version.ts';

const DEFAULT_PORT = 4030;

export const proxy: Command = {
  name: 'proxy',
  summary: 'stand between a client and a server, and judge its answers',
  help: `plexo-customers proxy UPSTREAM [OPTION ...]

  UPSTREAM              base address of the server, such as http://127.0.0.1:4010
  --port PORT           the port to listen on, 0 for a free one (${DEFAULT_PORT})
  --record FILE         append each exchange to FILE as a line of NDJSON; it holds
                        credentials and personal data as they were sent
  --strict              warnings are errors
  --report FORMAT=FILE  write a report at the end: text, json, junit, sarif or
                        html; may be repeated

Ctrl-C ends it and prints the report. Exit codes: 0 kept, 1 breached, 2 nothing
was judged.`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        record: { type: 'string' },
        strict: { type: 'boolean' },
        report: { type: 'string', multiple: true },
      },
    });
    const upstream = upstreamFrom(positionals);
    const outputs = (values.report ?? []).map(outputFrom);
    const { record } = values;
    // Created before anything is served, so that a place that cannot be written to is known at once.
    if (record !== undefined) writeFileSync(record, '', { flag: 'a', mode: 0o600 });
    const traffic = createTrafficJudge({
      label: upstream,
      basePath: new URL(upstream).pathname.replace(/\/+$/, ''),
      strict: values.strict,
      toolVersion: version(),
    });
    const served = await serve(
      createProxy({
        upstream,
        onExchange: (recording) => {
          traffic.add(recording);
          if (record !== undefined) appendFileSync(record, `${ndjsonLine(recording)}\n`);
        },
      }),
      portFrom(values.port, DEFAULT_PORT),
    );
    terminal.print(`judging ${upstream} on ${served.url} (Ctrl-C ends it and prints the report)`);
    await ended();
    await served.stop();
    const report = withSources(traffic.report());
    deliver(report, outputs, terminal);
    return exitCodeOf(report);
  },
};

function upstreamFrom([upstream, ...others]: readonly string[]): string {
  if (upstream === undefined || others.length > 0) throw new UsageError('give exactly one upstream address');
  const url = URL.canParse(upstream) ? new URL(upstream) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`the upstream must be an http or https address, got "${upstream}"`);
  }
  if (url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new UsageError('the upstream must not have credentials, a query or a fragment');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
