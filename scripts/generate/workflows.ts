/** workflows.arazzo.yaml: the hand-written workflow with the contract's version, examples and operations in it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { pointer, valueAt } from '../../src/contract/pointer.ts';
import { yamlText } from './artifact.ts';
import { GenerateFailure } from './failure.ts';
import { operationsTable } from './operations.ts';

const SOURCE = 'openapi/workflows.arazzo.yaml';

export async function workflows(root: string, document: OpenApiDocument): Promise<string> {
  const text = await readFile(join(root, SOURCE), 'utf8').catch(() => {
    throw new GenerateFailure(`${SOURCE}: it is missing`);
  });
  return yamlText(filledIn(parsed(text), document));
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new GenerateFailure(`${SOURCE}: ${line}`);
  }
}

/** @throws GenerateFailure naming the place that names an operation or an example which the contract does not have */
export function filledIn(source: unknown, document: OpenApiDocument): unknown {
  if (!isRecord(source) || !isRecord(source['info'])) throw new GenerateFailure(`${SOURCE}: it has no info`);
  const operations = operationsTable(document);
  const walk = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, `${place}${pointer(index)}`));
    if (!isRecord(value)) return value;
    const { $ref: reference, operationId } = value;
    if (typeof reference === 'string') return exampleValue(reference, place, document);
    if (typeof operationId === 'string' && !Object.hasOwn(operations, operationId)) {
      throw new GenerateFailure(
        `${SOURCE} (#${place}/operationId): the contract has no operation ${operationId}`,
      );
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, walk(member, `${place}${pointer(key)}`)]),
    );
  };
  const { title, ...info } = source['info'];
  return walk({ ...source, info: { title, version: document.info.version, ...info } }, '');
}

function exampleValue(reference: string, place: string, document: OpenApiDocument): unknown {
  const name = /^\.\/components\/examples\/(\w+)\.yaml#\/value$/.exec(reference)?.[1];
  const value = name && valueAt(document, pointer('components', 'examples', name, 'value'));
  if (value !== undefined) return value;
  throw new GenerateFailure(
    `${SOURCE} (#${place}): ${reference} is no example of the contract; write ./components/examples/NAME.yaml#/value`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
