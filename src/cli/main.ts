#!/usr/bin/env node
/** `plexo-customers`: the command line, as thin as it can be. */
import { runCommand } from './run.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  draw: (text) => void process.stderr.write(text),
  interactive: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  env: process.env,
});
