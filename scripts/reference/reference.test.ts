import { describe, expect, it } from 'vitest';
import {
  operationsOf,
  parametersOf,
  type ResponseObject,
  resolve,
  schemaTree,
} from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';
import { theContract } from '../generate/the-contract.ts';
import { attributesOf, idsOf, tagsOf } from './markup.fixture.ts';
import { type ProvenanceMark, renderReference } from './reference.ts';

const document = theContract();

/** Every place is an assumption whose question is named after it, so that a badge shows for which place it stands. */
function namedAfter(place: string): readonly ProvenanceMark[] {
  return [{ kind: 'assumption', source: '', question: place }];
}

const reference = renderReference(document, namedAfter);

/** The markup from the element with this id up to the next element that has one. */
function partOf(id: string, page = reference): string {
  const start = page.indexOf(` id="${id}"`);
  if (start < 0) return '';
  const end = page.indexOf(' id="', start + 1);
  return page.slice(start, end < 0 ? undefined : end);
}

function expectBadge(id: string, place: string): void {
  const badge = `href="open-questions.md#${encodeURIComponent(place.toLowerCase())}"`;
  expect.soft(partOf(id).includes(badge), `badge of ${place} at #${id}`).toBe(true);
}

describe('every element of the contract has an anchor and a badge', () => {
  const operations = [...operationsOf(document)];

  it('operations', () => {
    expect(operations.length).toBeGreaterThan(0);
    for (const { operation, pointer: place } of operations) expectBadge(operation.operationId, place);
  });

  it('parameters, under the place of their definition', () => {
    const shared = new Map(
      Object.entries(document.components?.parameters ?? {}).map(([key, { name }]) => [
        name,
        pointer('components', 'parameters', key),
      ]),
    );
    const parameters = operations.flatMap((located) =>
      parametersOf(document, located).map(({ name }) => ({
        id: `${located.operation.operationId}.${name}`,
        name,
      })),
    );
    expect(parameters.length).toBeGreaterThan(0);
    for (const { id, name } of parameters) expectBadge(id, shared.get(name) ?? '');
  });

  it('responses and their headers, under their own place and the shared one', () => {
    let headers = 0;
    for (const { operation, pointer: place } of operations) {
      for (const [status, declared] of Object.entries(operation.responses)) {
        const id = `${operation.operationId}.${status}`;
        expectBadge(id, `${place}${pointer('responses', status)}`);
        if ('$ref' in declared) expectBadge(id, declared.$ref.slice(1));
        for (const [name, header] of Object.entries(
          resolve<ResponseObject>(document, declared).headers ?? {},
        )) {
          headers += 1;
          expectBadge(`${id}.${name}`, '$ref' in header ? header.$ref.slice(1) : '');
        }
      }
    }
    expect(headers).toBeGreaterThan(0);
  });

  it('models and properties', () => {
    let properties = 0;
    for (const [model, schema] of Object.entries(document.components?.schemas ?? {})) {
      const place = pointer('components', 'schemas', model);
      expectBadge(model, place);
      for (const name of Object.keys(schema.properties ?? {})) {
        expectBadge(`${model}.${name}`, `${place}${pointer('properties', name)}`);
      }
      for (const inner of schemaTree(schema, place))
        properties += Object.keys(inner.schema.properties ?? {}).length;
    }
    const rows = idsOf(reference).filter(
      (id) => document.components?.schemas?.[id.split('.')[0] ?? ''] && id.includes('.'),
    );
    expect(rows.filter((id) => !id.endsWith('.any-key') && !id.endsWith('.items'))).toHaveLength(properties);
  });

  it('and one of which the ledger knows nothing says so', () => {
    const silent = renderReference(document, () => []);
    const elements = [
      ...operations.flatMap(({ operation }) => [
        operation.operationId,
        ...Object.keys(operation.responses).map((status) => `${operation.operationId}.${status}`),
      ]),
      ...Object.entries(document.components?.schemas ?? {}).flatMap(([model, { properties }]) =>
        Object.keys(properties ?? {}).map((name) => `${model}.${name}`),
      ),
    ];
    expect(elements.filter((id) => !partOf(id, silent).includes('class="mark unsourced"'))).toEqual([]);
    expect(reference).not.toContain('class="mark unsourced"');
  });
});

describe('sources', () => {
  it('are numbered once each, listed in that order and linked from the badge', () => {
    const page = renderReference(document, (place) => [
      {
        kind: place.includes('schemas') ? 'observed' : 'guide',
        source: place.includes('schemas') ? 'Traffic' : 'Guide',
      },
    ]);
    expect(page).toContain('<li id="source-1">Guide</li>\n<li id="source-2">Traffic</li>');
    expect(page).toContain('<a class="mark observed" href="#source-2">observed <small>2</small></a>');
    expect(page.match(/id="source-/g)).toHaveLength(2);
  });

  it('show one badge where two places of an element say the same', () => {
    const page = renderReference(document, () => [
      { kind: 'rfc', source: 'RFC 9110' },
      { kind: 'rfc', source: 'RFC 9110', question: 'Q-one' },
      { kind: 'assumption', source: 'Page', question: 'Q-one' },
      { kind: 'assumption', source: 'Other page', question: 'Q-one' },
    ]);
    expect(page).not.toMatch(/<\/a>\s*<a class="mark rfc"/);
    expect(page).toMatch(/<\/a>\s*<a class="mark assumption"/);
    expect(page).not.toMatch(
      /<a class="mark assumption"[^>]*>[^<]*<small>[^<]*<\/small><\/a>\s*<a class="mark assumption"/,
    );
  });
});

describe('open questions', () => {
  const question = {
    id: 'Q-one',
    question: 'Which one?',
    known: 'Two `Customer` pages speak of it.',
    contradiction: 'They <disagree>.',
    chosen: 'The first.',
    reason: 'It is safe.',
    changes: 'A field.',
  };
  const provenance = (): readonly ProvenanceMark[] => [{ kind: 'assumption', source: '', question: 'Q-one' }];

  it('are told on the page, and the badges of what rests on them lead there', () => {
    const page = renderReference(document, provenance, [question]);
    expect(page).toContain('<a class="mark assumption" href="#Q-one">assumption <small>Q-one</small></a>');
    expect(page).not.toContain('href="open-questions.md#');
    const part = partOf('Q-one', page);
    for (const words of ['Which one?', 'They &lt;disagree&gt;.', 'The first.', 'A field.'])
      expect(part).toContain(words);
    expect(part).toContain('<a href="#Customer"><code>Customer</code></a>');
  });

  it('that the page does not tell are linked in their file', () => {
    const page = renderReference(document, provenance);
    expect(page).toContain('<a class="mark assumption" href="open-questions.md#q-one">');
    expect(idsOf(page)).not.toContain('questions');
  });

  it('leave a model its anchor when they are called alike', () => {
    const page = renderReference(document, provenance, [{ ...question, id: 'Customer' }]);
    expect(partOf('Customer', page)).not.toContain('Which one?');
    expect(partOf('Customer-2', page)).toContain('Which one?');
  });
});

describe('the page', () => {
  it('is the same for the same document', () => {
    expect(renderReference(structuredClone(document), namedAfter)).toBe(reference);
  });

  it('shows every example of the contract', () => {
    const text = reference.replaceAll('&quot;', '"');
    for (const [name, example] of Object.entries(document.components?.examples ?? {})) {
      expect.soft(text.includes(JSON.stringify(example.value, null, 2)), name).toBe(true);
    }
  });

  it('gives each id once and links to none that is missing', () => {
    const ids = idsOf(reference);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = attributesOf(reference, 'href').filter((href) => href.startsWith('#'));
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it('has one first heading and skips no level', () => {
    const levels = tagsOf(reference).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('loads nothing: no script, no element with a source, no stylesheet or font from elsewhere', () => {
    const names = new Set(tagsOf(reference).map(({ name }) => name));
    for (const name of ['script', 'img', 'iframe', 'object', 'embed', 'base', 'svg', 'video', 'form']) {
      expect(names).not.toContain(name);
    }
    for (const attribute of ['src', 'srcset', 'style', 'background', 'ping']) {
      expect(attributesOf(reference, attribute)).toEqual([]);
    }
    const links = tagsOf(reference).filter(({ name }) => name === 'link');
    expect(links.map(({ attributes }) => attributes)).toEqual([
      [
        ['rel', 'icon'],
        ['href', 'data:,'],
      ],
    ]);
    const style = reference.slice(reference.indexOf('<style>'), reference.indexOf('</style>'));
    expect(style).not.toMatch(/url\(|@import|@font-face|https?:/i);
  });

  it('says its language, names its landmarks and gives every table head a scope', () => {
    expect(reference).toContain('<html lang="en">');
    const tags = tagsOf(reference);
    expect(tags.filter(({ name }) => name === 'main')).toHaveLength(1);
    expect(tags.filter(({ name }) => name === 'nav').map(({ attributes }) => attributes)).toEqual([
      [
        ['aria-label', 'Contents'],
        ['id', 'contents'],
      ],
    ]);
    const heads = tags.filter(({ name }) => name === 'th');
    expect(heads.length).toBeGreaterThan(0);
    expect(heads.filter(({ attributes }) => !attributes.some(([name]) => name === 'scope'))).toEqual([]);
  });
});
