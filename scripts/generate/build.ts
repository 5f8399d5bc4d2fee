/** Builds every generated file in memory; nothing on disk changes here. */
import { type Artifacts, jsonText, yamlText } from './artifact.ts';
import { bundle } from './bundle.ts';
import { compileContract } from './compile.ts';
import { fixturesModule } from './fixtures.ts';
import { operationsModule } from './operations-module.ts';
import { typesModule } from './types.ts';
import { validatorsModule } from './validators.ts';

export interface Build {
  readonly artifacts: Artifacts;
  readonly notes: readonly string[];
}

export async function build(root: string): Promise<Build> {
  const document = await bundle(root);
  const contract = compileContract(document, { code: true });
  const bundleText = jsonText(document);
  const [validators, types] = await Promise.all([validatorsModule(contract), typesModule(document)]);
  const artifacts = new Map<string, string>([
    ['openapi.json', bundleText],
    ['openapi.yaml', yamlText(document)],
    ['types.ts', types],
    ['operations.ts', operationsModule(document, bundleText)],
    ['fixtures.ts', fixturesModule(document)],
    ['validators.js', validators.code],
    ['validators.d.ts', validators.declarations],
  ]);
  return { artifacts, notes: [`validators: ${validators.size.minified} bytes minified, ${validators.size.gzip} gzipped`] };
}
