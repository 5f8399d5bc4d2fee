/** ajv as the judge of examples, where it is installed: the package itself does not need it. */
import type { OpenApiDocument } from '../contract/document.ts';
import { segmentsOf } from '../contract/pointer.ts';
import type { ExampleJudge } from './examples.ts';

/** The judge, or `undefined` where ajv is not installed. */
export async function exampleJudge(): Promise<ExampleJudge | undefined> {
  const [ajv, formats] = await Promise.all([
    import('ajv/dist/2020.js').catch(() => undefined),
    import('ajv-formats').catch(() => undefined),
  ]);
  if (ajv === undefined || formats === undefined) return undefined;
  const judges = new WeakMap<OpenApiDocument, InstanceType<typeof ajv.Ajv2020>>();
  return (document, schema, value) => {
    let engine = judges.get(document);
    if (engine === undefined) {
      // Lint judges the schemas; here a keyword that ajv does not know says nothing about an example.
      engine = new ajv.Ajv2020({ strict: false, allErrors: true, logger: false });
      formats.default.default(engine);
      for (const name of ['int32', 'int64', 'float', 'double']) engine.addFormat(name, true);
      engine.addSchema(document, 'spec', true);
      judges.set(document, engine);
    }
    try {
      const validate = engine.compile({ $ref: `spec#${fragment(schema)}` });
      return validate(value)
        ? []
        : (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
    } catch (error) {
      return [`its schema cannot be compiled: ${error instanceof Error ? error.message : String(error)}`];
    }
  };
}

/** A pointer as a URI fragment (RFC 6901, section 6). */
function fragment(place: string): string {
  return segmentsOf(place)
    .map((segment) => `/${encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');
}
