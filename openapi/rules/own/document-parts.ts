import { valueAt } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';
import { nodesOf } from '../walk/nodes.ts';

const ROOT_PARTS = [
  '/webhooks',
  '/jsonSchemaDialect',
  '/components/callbacks',
  '/components/links',
  '/components/pathItems',
];
const NESTED_PARTS = ['callbacks', 'links'];

export const documentParts: Rule = {
  id: 'document-parts',
  title: 'The document has no webhooks, callbacks, links, shared path items or schema dialect of its own',
  why: 'Code generators drop these parts or stop at them; the API uses none of them.',
  *check(document) {
    for (const place of ROOT_PARTS) {
      if (valueAt(document, place) !== undefined)
        yield { pointer: place, message: `remove ${place.slice(1)}` };
    }
    for (const { node, key, pointer } of nodesOf(document.paths, '/paths')) {
      if (!NESTED_PARTS.includes(key) || pointer.includes('/properties/')) continue;
      if (Object.keys(node).length > 0)
        yield { pointer, message: `remove ${key}: no generator carries them over` };
    }
  },
};
