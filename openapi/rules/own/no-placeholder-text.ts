import type { Rule } from '../rule.ts';
import { nodesOf } from '../walk/nodes.ts';

const PLACEHOLDER = /\b(TODO|TBD|FIXME|XXX|lorem ipsum|to be (defined|determined|written))\b/i;
const TEXTS = ['title', 'summary', 'description'];

export const noPlaceholderText: Rule = {
  id: 'no-placeholder-text',
  title: 'No text is a placeholder',
  why: 'A published contract is read as complete; what is unknown is said to be unknown, and why.',
  *check(document) {
    for (const { node, pointer } of nodesOf(document)) {
      for (const key of TEXTS) {
        const found = typeof node[key] === 'string' ? PLACEHOLDER.exec(node[key]) : null;
        if (found !== null)
          yield { pointer: `${pointer}/${key}`, message: `"${found[0]}" is a placeholder; write the text` };
      }
    }
  },
};
