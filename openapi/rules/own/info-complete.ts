import type { OpenApiDocument } from '../../../src/contract/document.ts';
import { valueAt } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const AUDIENCES = [
  'component-internal',
  'business-unit-internal',
  'company-internal',
  'external-partner',
  'external-public',
];

/** What must hold of a member of the document, and what to write when it does not. */
const DEMANDS: readonly [place: string, holds: (value: unknown) => boolean, advice: string][] = [
  ['/info/title', isText, 'give the document a title'],
  ['/info/summary', (value) => isText(value) && !value.includes('\n'), 'sum the document up in one line'],
  ['/info/version', (value) => isText(value) && SEMVER.test(value), 'write a semantic version such as 1.2.3'],
  ['/info/contact/name', isText, 'say who answers questions'],
  ['/info/contact/url', isLink, 'link the contact by https'],
  ['/info/license/identifier', isText, 'name the licence by its SPDX identifier'],
  [
    '/info/license/url',
    (value) => value === undefined,
    'leave the url out: OpenAPI 3.1 allows the identifier or the url, not both',
  ],
  [
    '/info/x-api-id',
    (value) => isText(value) && UUID.test(value),
    'give the API a lower-case UUID that never changes',
  ],
  [
    '/info/x-audience',
    (value) => isText(value) && AUDIENCES.includes(value),
    `write one of ${AUDIENCES.join(', ')}`,
  ],
  ['/externalDocs/url', isLink, 'link the documentation by https'],
  ['/externalDocs/description', isText, 'say what the linked documentation is'],
];

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isLink(value: unknown): boolean {
  return isText(value) && value.startsWith('https://');
}

export const infoComplete: Rule = {
  id: 'info-complete',
  title: 'The document says what it is, which version, for whom, under which licence and from which source',
  why: 'A consumer who holds only the file must be able to name, cite and place it (Zalando guideline 215, 218, 219).',
  *check(document: OpenApiDocument) {
    for (const [place, holds, advice] of DEMANDS) {
      const value = valueAt(document, place);
      if (!holds(value))
        yield { pointer: place, message: `${JSON.stringify(value) ?? 'nothing'} stands here; ${advice}` };
    }
  },
};
