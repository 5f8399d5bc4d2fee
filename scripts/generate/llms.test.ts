import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  isReference,
  operationsOf,
  parametersOf,
  type SchemaObject,
  schemaTree,
} from '../../src/contract/document.ts';
import { llmsText } from './llms.ts';
import { theContract } from './the-contract.ts';

const document = theContract();
const question = {
  id: 'Q-why',
  question: 'Why?',
  known: 'Little.',
  chosen: 'Because.',
  reason: 'It is safe.',
  changes: 'Nothing.',
};
/** Every place is an assumption that is named after it, so that a mark shows for which place it stands. */
const text = llmsText({
  document,
  marksAt: (place) => [{ kind: 'assumption', source: '', question: place }],
  questions: [question],
});
const lines = text.split('\n');

/** The lines from one heading to the next of the same level. */
function section(heading: string): readonly string[] {
  const start = lines.indexOf(heading);
  const level = heading.split(' ')[0];
  const end = lines.findIndex(
    (line, index) => index > start && /^#+ /.test(line) && line.split(' ')[0] === level,
  );
  expect(start, heading).toBeGreaterThanOrEqual(0);
  return lines.slice(start + 1, end < 0 ? undefined : end);
}

describe('the contract as compact Markdown', () => {
  it('begins as llms.txt shall: a title, then a quote', () => {
    expect(lines[0]).toBe(`# ${document.info.title} ${document.info.version}`);
    expect(lines[2]).toBe(`> ${document.info['summary']}`);
  });

  it('has every operation with its parameters, its body and every response, each with its source', () => {
    for (const located of operationsOf(document)) {
      const { operation, method, path, pointer: place } = located;
      const heading = `### ${method.toUpperCase()} ${path}`;
      const part = section(heading).join('\n');
      expect(part).toContain(`${operation.operationId} [assumption ${place}]`);
      for (const { name } of parametersOf(document, located))
        expect(part).toContain(`- path ${name}: string, required`);
      if (operation.requestBody !== undefined) expect(part).toMatch(/^- body: \w+, application\/json\. /m);
      for (const status of Object.keys(operation.responses))
        expect(part).toMatch(new RegExp(`^- ${status}: .*\\[`, 'm'));
    }
  });

  it('has every property of every model on one line: type, whether it is required, restrictions, source, words', () => {
    let properties = 0;
    for (const [name, root] of Object.entries(document.components?.schemas ?? {})) {
      const part = section(`### ${name}`);
      for (const { schema, pointer: place } of schemaTree(root, `/components/schemas/${name}`)) {
        for (const [key, property] of Object.entries(schema.properties ?? {})) {
          properties += 1;
          const at = `${place}/properties/${key}`;
          const line = part.find((candidate) => candidate.includes(`[assumption ${at}]`)) ?? '';
          expect(line, at).toMatch(new RegExp(`^- (?:\\w+\\.)*${key}: `));
          expect(line.includes(', required'), at).toBe(schema.required?.includes(key) === true);
          if (!isReference(property)) expectRestrictions(line, property);
        }
      }
    }
    expect(properties).toBeGreaterThan(50);
  });

  it('has every shared response with its header, and every open question', () => {
    const shared = section('## Responses of several operations').join('\n');
    for (const name of Object.keys(document.components?.responses ?? {}))
      expect(shared).toContain(`- ${name}: `);
    expect(shared).toContain('Header WWW-Authenticate (may be absent): ');
    expect(section('## Open questions')).toContain('- Q-why: Why? Chosen meanwhile: Because.');
  });

  it('is small: with everything but the examples and the proofs, it takes less room than the spec alone', () => {
    const read = (name: string): string =>
      readFileSync(new URL(`../../generated/${name}`, import.meta.url), 'utf8');
    expect(read('docs/llms.txt').length).toBeLessThan(0.75 * read('openapi.yaml').length);
  });

  it('cites only open questions that it lists', () => {
    const committed = readFileSync(new URL('../../generated/docs/llms.txt', import.meta.url), 'utf8');
    const cited = [...committed.matchAll(/assumption (Q-[a-z-]+)/g)].map(([, id]) => id);
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter((id) => !committed.includes(`\n- ${id}: `))).toEqual([]);
  });
});

function expectRestrictions(line: string, schema: SchemaObject): void {
  for (const keyword of ['minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'minProperties']) {
    const value = schema[keyword];
    if (value !== undefined) expect(line).toContain(`, ${keyword} ${JSON.stringify(value)}`);
  }
  for (const known of schema['x-extensible-enum'] ?? []) expect(line).toContain(known);
  expect(line.includes(', sensitive')).toBe(schema['x-sensitive'] === true);
  for (const word of schema.description?.split(/\s+/) ?? []) expect(line).toContain(word);
}
