import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { original, twin } from './dialects.fixture.ts';

async function typesOf(document: OpenApiDocument): Promise<string> {
  // The generator edits what it is given, and its input type is its own model of the same document.
  return astToString(
    await openapiTS(structuredClone(document) as unknown as Parameters<typeof openapiTS>[0], {
      silent: true,
    }),
  );
}

const withoutComments = (text: string): string =>
  ts
    .createPrinter({ removeComments: true })
    .printFile(ts.createSourceFile('types.ts', text, ts.ScriptTarget.ES2022));

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

describe('the types that openapi-typescript writes from both files', () => {
  it('are the same, type for type', async () => {
    const [from31, from30] = await Promise.all([typesOf(original), typesOf(twin)]);
    expect(withoutComments(from30)).toBe(withoutComments(from31));
    expect(withoutComments(from31)).toContain('interface components');
  });

  it('differ in one thing only: 3.0 keeps the first example of a property and the others go', async () => {
    const [from31, from30] = await Promise.all([typesOf(original), typesOf(twin)]);
    const inTwin = new Map<string, number>();
    for (const line of linesOf(from30)) inTwin.set(line, (inTwin.get(line) ?? 0) + 1);
    const lost = linesOf(from31).filter((line) => {
      const left = inTwin.get(line) ?? 0;
      inTwin.set(line, left - 1);
      return left <= 0;
    });
    expect(lost.filter((line) => !line.startsWith('* @example '))).toEqual([]);
    expect([...inTwin].filter(([, left]) => left > 0)).toEqual([]);
  });
});
