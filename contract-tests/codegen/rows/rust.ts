/**
 * Rust. progenitor, the other generator of the field, cannot be a row: it takes `default` for a further success unless the
 * success is the range `2XX`, and ranges break generators of three other languages.
 */
import { join } from 'node:path';
import type { Command, Row } from '../row.ts';
import { CACHE } from '../workplace.ts';
import { ACCEPTED, OPENAPI_GENERATOR, openapiGenerator } from './openapi-generator.ts';

/** Shared, so that what lies under both clients is compiled once. */
const TARGET = join(CACHE, 'rust');

const cargo = (...args: readonly string[]): Command => ({
  command: 'cargo',
  args,
  environment: { CARGO_TARGET_DIR: TARGET, CARGO_PROFILE_DEV_DEBUG: '0' },
});

export const rustRows: readonly Row[] = (['3.1', '3.0'] as const).map(
  (input): Row => ({
    id: `openapi-generator-rust-${input}`,
    language: 'Rust',
    generator: 'openapi-generator rust (reqwest)',
    version: OPENAPI_GENERATOR,
    input,
    needs: ['cargo', 'java', 'mvn'],
    programs: ['openapi-generator-rust'],
    // The version is that of the lock file, whatever the version of the contract.
    generate: openapiGenerator('--generator-name', 'rust', '--additional-properties', 'packageVersion=0.0.0'),
    compile: [cargo('build', '--locked', '--quiet')],
    run: cargo('run', '--locked', '--quiet', '--'),
    accepted: [
      ...ACCEPTED,
      {
        pattern: /type cannot be used as a field\/variable name/,
        why: "the guide's property `type` is a keyword of Rust, so the field is `r#type`",
      },
      { pattern: /www_authenticate cannot be used as a (field\/variable|parameter) name/, why: '' },
      { pattern: /ApplicationJson cannot be used as a model name/, why: '' },
    ],
  }),
);
