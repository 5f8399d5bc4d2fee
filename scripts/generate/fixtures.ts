/** fixtures.ts: every component example as data, typed by the model that it illustrates. */
import type { ExampleObject, OpenApiDocument } from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';
import { GenerateFailure } from './failure.ts';
import { type OperationEntry, operationsTable } from './operations.ts';
import { literal } from './operations-module.ts';

export function fixturesModule(document: OpenApiDocument): string {
  const examples: Readonly<Record<string, ExampleObject>> = document.components?.examples ?? {};
  const table = operationsTable(document);
  const types = typesOfExamples(table);
  const models = new Set<string>();
  const members = Object.entries(examples).map(([name, { summary }]) => {
    const type = types.get(name);
    if (type === undefined) {
      throw new GenerateFailure(
        `openapi #/components/examples/${name}: no operation shows this example; use or remove it`,
      );
    }
    models.add(type.model);
    const comment = summary === undefined ? '' : `  /** ${summary.replaceAll('*/', '* /')}. */\n`;
    return `${comment}  readonly ${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: ${type.model}${type.list ? '[]' : ''};`;
  });
  const ofAnswers = new Set(
    Object.values(table).flatMap(({ responses }) =>
      Object.values(responses).flatMap((response) => Object.values(response.examples)),
    ),
  );
  const values = (answers: boolean): object =>
    Object.fromEntries(
      Object.entries(examples).flatMap(([name, { value }]) =>
        ofAnswers.has(name) === answers ? [[name, value]] : [],
      ),
    );
  return withHeader(
    'ts',
    `import type { ${[...models].sort().join(', ')} } from './types.ts';

/** The examples of the contract by the name of their component. */
export interface Fixtures {
${members.join('\n')}
}

/** Those that an operation is answered with, for a program that needs no others. */
export const answerFixtures = ${literal(values(true))} satisfies Partial<Fixtures>;

const requestFixtures = ${literal(values(false))} satisfies Partial<Fixtures>;

// Marked, because bundlers cannot tell that a spread has no effects and would keep it where nobody uses it.
export const fixtures: Fixtures = /* @__PURE__ */ Object.assign({}, requestFixtures, answerFixtures);
`,
  );
}

interface ExampleType {
  readonly model: string;
  readonly list: boolean;
}

function typesOfExamples(table: Readonly<Record<string, OperationEntry>>): ReadonlyMap<string, ExampleType> {
  const types = new Map<string, ExampleType>();
  for (const operation of Object.values(table)) {
    const { request, responses } = operation;
    for (const body of [
      ...(request === undefined ? [] : [{ ...request, list: false }]),
      ...Object.values(responses),
    ]) {
      const { model, list = false } = body;
      if (model === undefined) continue;
      for (const name of Object.values(body.examples)) {
        const known = types.get(name);
        if (known !== undefined && (known.model !== model || known.list !== list)) {
          throw new GenerateFailure(
            `openapi #/components/examples/${name}: it illustrates both ${known.model} and ${model}; give each its own`,
          );
        }
        types.set(name, { model, list });
      }
    }
  }
  return types;
}
