/** openapi-generator, the one with the most languages: Java, Kotlin, Python and Rust from the same program. */
import { join } from 'node:path';
import type { AcceptedWarning, Command } from '../row.ts';
import { versionOf } from '../versions.ts';
import { CACHE, INPUT } from '../workplace.ts';

export const OPENAPI_GENERATOR = versionOf('org.openapitools:openapi-generator-cli');

const JAR = `openapi-generator-cli-${OPENAPI_GENERATOR}.jar`;

/** Maven without a dialogue, progress or the colours that a log would keep. */
export function maven(...args: readonly string[]): Command {
  return { command: 'mvn', args: ['--batch-mode', '--quiet', '--no-transfer-progress', ...args] };
}

/** Brings the generator's program from Maven Central, once, and lets it write `generated`. */
export function openapiGenerator(...args: readonly string[]): readonly Command[] {
  const plugin = `org.apache.maven.plugins:maven-dependency-plugin:${versionOf('org.apache.maven.plugins:maven-dependency-plugin')}`;
  const artifact = `-Dartifact=org.openapitools:openapi-generator-cli:${OPENAPI_GENERATOR}`;
  return [
    // Outside the row's folder: a pom.xml there is not complete yet.
    { ...maven(`${plugin}:copy`, artifact, `-DoutputDirectory=${CACHE}`), folder: '..' },
    {
      command: 'java',
      args: ['-jar', join(CACHE, JAR), 'generate', '--input-spec', INPUT, '--output', 'generated', ...args],
    },
  ];
}

/** What it says of any document; none of it names a part of this one. */
export const ACCEPTED: readonly AcceptedWarning[] = [
  { pattern: /OpenAPI 3\.1 support is still in beta/, why: 'its support of 3.1 is called beta' },
  { pattern: /Failed to get the schema name: null/, why: '' },
  { pattern: /Ignoring complex example on request body/, why: '' },
  { pattern: /INFO/, why: '' },
];
