import type { Rule } from '../rule.ts';
import { nodesOf } from '../walk/nodes.ts';

export const refSiblings: Rule = {
  id: 'ref-siblings',
  title: 'A reference stands alone',
  why: 'OpenAPI 3.0 readers ignore whatever stands beside $ref, so the same text would mean two things.',
  *check(document) {
    for (const { node, pointer } of nodesOf(document)) {
      if (typeof node['$ref'] !== 'string') continue;
      const siblings = Object.keys(node).filter((key) => key !== '$ref');
      if (siblings.length > 0) {
        yield {
          pointer,
          message: `${siblings.join(', ')} beside $ref "${node['$ref']}"; move it into the component`,
        };
      }
    }
  },
};
