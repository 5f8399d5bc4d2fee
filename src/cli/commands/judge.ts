import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseHar } from '../../contract/traffic/har.ts';
import { createTrafficJudge } from '../../contract/traffic/judge-traffic.ts';
import { parseNdjson } from '../../contract/traffic/ndjson.ts';
import { type Command, UsageError } from '../command.ts';
import { deliver, exitCodeOf, outputFrom } from '../output.ts';
import { withSources } from '../spec-source.ts';
import { version } from '../version.ts';

export const judge: Command = {
  name: 'judge',
  summary: 'judge recorded traffic: HAR, or NDJSON with one exchange on a line',
  help: `plexo-customers judge FILE [OPTION ...]

  FILE                  a HAR file (.har, .json), or NDJSON as the proxy records
  --base-path PATH      what stands before /v1 in the recorded addresses
  --strict              warnings are errors
  --report FORMAT=FILE  write a report: text, json, junit, sarif or html;
                        may be repeated

Bodies are masked in every report as far as the contract marks them. Exit codes:
0 kept, 1 breached, 2 the file cannot be read or holds nothing to judge.`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'base-path': { type: 'string' },
        strict: { type: 'boolean' },
        report: { type: 'string', multiple: true },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('give exactly one file');
    const outputs = (values.report ?? []).map(outputFrom);
    const text = await readFile(file, 'utf8');
    const traffic = createTrafficJudge({
      label: basename(file),
      basePath: values['base-path']?.replace(/\/+$/, ''),
      strict: values.strict,
      toolVersion: version(),
    });
    for (const recording of looksLikeHar(text) ? parseHar(text) : parseNdjson(text)) traffic.add(recording);
    const report = withSources(traffic.report());
    deliver(report, outputs, terminal);
    return exitCodeOf(report);
  },
};

/** An archive is one object with a `log`; a line of NDJSON is an object with a `request`. */
function looksLikeHar(text: string): boolean {
  return /^\ufeff?\s*\{\s*"log"\s*:/.test(text) || !/^\ufeff?\s*\{\s*"request"\s*:/.test(text);
}
