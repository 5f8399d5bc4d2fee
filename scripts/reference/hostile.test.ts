/** The contract with every text and every name in it turned into an attempt to break out of the page. */
import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { theContract } from '../generate/the-contract.ts';
import { attributesOf, idsOf, tagsOf, textOf, unbalanced } from './markup.fixture.ts';
import { renderReference } from './reference.ts';

const ATTACK = `"'><b onclick=x></td></style></script><!--`;
const KEPT = new Set(['$ref', 'openapi', 'in', 'type', 'x-environment']);
const RENAMED = new Set([
  'schemas',
  'responses',
  'headers',
  'examples',
  'parameters',
  'properties',
  'content',
  'securitySchemes',
]);

/** A name that attacks and can still be followed: the slash is escaped in references. */
const name = (text: string) => `${text}${ATTACK}`;
const inReference = (text: string) => `${text}${ATTACK.replaceAll('/', '~1')}`;

function attack(value: unknown, key = '', parent = ''): unknown {
  if (typeof value === 'string') {
    if (key === '$ref') return inReference(value);
    return KEPT.has(key) ? value : name(value);
  }
  if (Array.isArray(value)) return key === 'type' ? value : value.map((item) => attack(item, 'item', key));
  if (typeof value !== 'object' || value === null) return value;
  // Response keys of an operation are status codes; the components of the same key are names.
  const renames = RENAMED.has(key) && !(key === 'responses' && parent !== 'components');
  return Object.fromEntries(
    Object.entries(value).map(([member, child]) => [
      renames ? name(member) : key === 'paths' ? name(member) : member,
      attack(child, renames || key === 'paths' ? '' : member, key),
    ]),
  );
}

// The shape of the document is untouched: only strings and names changed.
const hostile = attack(theContract()) as OpenApiDocument;
const page = renderReference(hostile, (place) => [
  { kind: 'guide', source: ATTACK },
  { kind: 'assumption', source: ATTACK, question: `${place}${ATTACK}` },
]);

describe('a document full of hostile text', () => {
  it('changes nothing about the elements of the page', () => {
    expect(tagsOf(page).filter(({ name: tag }) => ['b', 'script'].includes(tag))).toEqual([]);
    expect(attributesOf(page, 'onclick')).toEqual([]);
    expect(textOf(page)).not.toMatch(/[<>]/);
    expect(unbalanced(page)).toBeUndefined();
  });

  it('is shown as text in every slot: each string and name of the document is on the page', () => {
    const addresses = attributesOf(page, 'href').join('\n');
    const shown = plain(unescaped(`${textOf(page)}\n${addresses}`).replaceAll('\\"', '"'));
    const slots = [...slotsOf(hostile)].filter(({ place }) => !NOT_SHOWN.test(place));
    expect(slots.length).toBeGreaterThan(300);
    const missing = slots.filter(({ text }) => !shown.includes(plain(text)));
    expect(missing.map(({ place }) => place)).toEqual([]);
  });

  it('still has unique ids, and every link inside the page leads to one of them', () => {
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = attributesOf(page, 'href').filter((href) => href.startsWith('#'));
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it('cannot make an address of another scheme', () => {
    const evil = structuredClone(theContract());
    Object.assign(evil, { externalDocs: { url: 'javascript:alert(1)' } });
    Object.assign(evil.info, {
      contact: { url: 'javascript:alert(2)' },
      description: '[x](javascript:alert(3))',
    });
    const addresses = attributesOf(
      renderReference(evil, () => []),
      'href',
    );
    expect(
      addresses.filter((href) => !/^(#|https:\/\/|data:,$|ledger\.md$|open-questions\.md)/.test(href)),
    ).toEqual([]);
  });
});

describe('names that clash', () => {
  it('get ids of their own', () => {
    const clash: OpenApiDocument = {
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: {
        '/a': {
          get: {
            operationId: 'models',
            summary: '',
            description: '',
            tags: [],
            responses: { 200: { description: 'a' } },
          },
          put: {
            operationId: 'Card',
            summary: '',
            description: '',
            tags: [],
            parameters: [
              { name: '200', in: 'query', schema: { type: 'string' } },
              { name: '200', in: 'header', schema: { type: 'string' } },
            ],
            responses: { 200: { description: 'b' } },
          },
        },
      },
      components: {
        schemas: { Card: { type: 'object', properties: { 'a b': {}, 'a/b': {} } }, 'source-1': {} },
      },
    };
    const ids = idsOf(renderReference(clash, () => [{ kind: 'guide', source: 'Guide' }]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['models-2', 'Card', 'Card-2', 'Card.200', 'Card.200-2', 'Card.200-3']),
    );
  });
});

/**
 * What the page leaves out on purpose: how a shared parameter, header or example is called inside the file, and what
 * would repeat the text of a parameter or header (the words of its schema, the summary of its example).
 */
const NOT_SHOWN =
  /^\/info\/(?:x-|license\/identifier)|^\/components\/(?:parameters|headers|examples)\/[^/]*\(name\)$|^\/components\/(?:parameters|headers)\/[^/]*\/(?:schema\/description|examples\/[^/]*\/summary)$/;

/** Without the signs of Markdown and without line breaks. */
function plain(text: string): string {
  return text.replace(/[`*]|^- /gm, '').replace(/\s+/g, ' ');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function* slotsOf(value: unknown, place = ''): Generator<{ readonly place: string; readonly text: string }> {
  if (typeof value === 'string' && value.endsWith(ATTACK)) yield { place, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key.endsWith(ATTACK)) yield { place: `${place}/${key.replace(ATTACK, '')} (name)`, text: key };
    yield* slotsOf(child, `${place}/${key.replace(ATTACK, '')}`);
  }
}
