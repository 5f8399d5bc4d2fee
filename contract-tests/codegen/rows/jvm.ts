/** Java and Kotlin, compiled by Maven. */
import type { Row } from '../row.ts';
import { versionOf } from '../versions.ts';
import { ACCEPTED, maven, OPENAPI_GENERATOR, openapiGenerator } from './openapi-generator.ts';

const CLASSPATH = 'classpath.txt';

const compile = (...pins: readonly string[]) => [
  maven(
    'compile',
    `org.apache.maven.plugins:maven-dependency-plugin:${versionOf('org.apache.maven.plugins:maven-dependency-plugin')}:build-classpath`,
    `-Dmdep.outputFile=${CLASSPATH}`,
    ...pins,
  ),
];

/** An argument file, because the class path is known only after Maven has run. */
const run = (main: string) => ({
  command: 'sh',
  args: ['-c', `exec java -cp "target/classes:$(cat ${CLASSPATH})" ${main} "$@"`, main],
});

const shared = {
  version: OPENAPI_GENERATOR,
  needs: ['java', 'mvn'],
  accepted: ACCEPTED,
} as const;

const BOTH = ['3.1', '3.0'] as const;

export const jvmRows: readonly Row[] = [
  ...BOTH.map(
    (input): Row => ({
      ...shared,
      id: `java-${input}`,
      language: 'Java',
      generator: 'openapi-generator java (native)',
      input,
      programs: ['java'],
      generate: openapiGenerator(
        '--generator-name',
        'java',
        '--library',
        'native',
        '--additional-properties',
        'containerDefaultToNull=true',
      ),
      note: 'Needs `containerDefaultToNull=true`, or every update sends an empty `metadata`, which may clear the stored one',
      compile: compile(
        `-Djackson=${versionOf('com.fasterxml.jackson.core:jackson-databind')}`,
        `-Djackson-nullable=${versionOf('org.openapitools:jackson-databind-nullable')}`,
        `-Dbuild-helper=${versionOf('org.codehaus.mojo:build-helper-maven-plugin')}`,
      ),
      run: run('Program'),
    }),
  ),
  ...BOTH.map(
    (input): Row => ({
      ...shared,
      id: `kotlin-${input}`,
      language: 'Kotlin',
      generator: 'openapi-generator kotlin (jvm-okhttp4, Moshi)',
      input,
      programs: ['kotlin'],
      generate: openapiGenerator('--generator-name', 'kotlin'),
      compile: compile(
        `-Dkotlin=${versionOf('org.jetbrains.kotlin:kotlin-maven-plugin')}`,
        `-Dmoshi=${versionOf('com.squareup.moshi:moshi-kotlin')}`,
        `-Dokhttp=${versionOf('com.squareup.okhttp3:okhttp-jvm')}`,
      ),
      run: run('ProgramKt'),
    }),
  ),
];
