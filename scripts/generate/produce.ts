/** Every generated file from one bundled document, in memory. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { type Artifacts, jsonText, yamlText } from './artifact.ts';
import { breakagesModule } from './breakages.ts';
import { compileContract } from './compile.ts';
import { documents } from './docs.ts';
import { fixturesModule } from './fixtures.ts';
import { jsonSchemas } from './json-schemas.ts';
import { knownValuesModule } from './known-values.ts';
import { modelFixtures } from './model-fixtures.ts';
import { operationsModule } from './operations-module.ts';
import { postmanCollection } from './postman.ts';
import { reportSchema } from './report-schema.ts';
import { routesModule } from './routes.ts';
import { schemasModule } from './schemas.ts';
import { shapesModule } from './shapes.ts';
import { surfaceTexts } from './surface.ts';
import { twinOf } from './twin.ts';
import { typesModule } from './types.ts';
import { validatorsModule } from './validators.ts';
import { workflows } from './workflows.ts';

export interface Product {
  readonly artifacts: Artifacts;
  /** What a person may want to know of the result, a line each. */
  readonly notes: readonly string[];
}

export async function produce(root: string, document: OpenApiDocument): Promise<Product> {
  const contract = compileContract(document, { code: true });
  const bundleText = jsonText(document);
  // These say most clearly what is wrong with a document, so they come before the tools of others.
  const operations = operationsModule(document, bundleText);
  const fixtures = fixturesModule(document);
  const [validators, types, twin, postman, arazzo, docs] = await Promise.all([
    validatorsModule(contract),
    typesModule(document),
    twinOf(document),
    postmanCollection(document),
    workflows(root, document),
    documents(root, document),
  ]);
  const artifacts = new Map<string, string>([
    ['openapi.json', bundleText],
    ['openapi.yaml', yamlText(document)],
    ['openapi-3.0.json', jsonText(twin)],
    ['openapi-3.0.yaml', yamlText(twin)],
    ['types.ts', types],
    ['operations.ts', operations],
    ['routes.ts', routesModule(document)],
    ['schemas.ts', schemasModule(document)],
    ['fixtures.ts', fixtures],
    ['shapes.ts', shapesModule(document)],
    ['known-values.ts', knownValuesModule(document)],
    ['breakages.ts', breakagesModule(document)],
    ['validators.js', validators.code],
    ['validators.d.ts', validators.declarations],
    ['postman.json', postman],
    ['check-report.schema.json', jsonText(reportSchema())],
    ['workflows.arazzo.yaml', arazzo],
    ...jsonSchemas(document),
    ...modelFixtures(document),
    ...surfaceTexts(document),
    ...docs,
  ]);
  const { minified, gzip } = validators.size;
  return { artifacts, notes: [`validators.js: ${minified} bytes minified, ${gzip} gzipped`] };
}
