import type { Rule } from '../rule.ts';
import { contentsOf } from '../walk/contents.ts';

export const jsonOnly: Rule = {
  id: 'json-only',
  title: 'Bodies are application/json and nothing else',
  why: 'A second media type breaks generated clients, and no other one was ever seen of this API.',
  *check(document) {
    for (const { mediaType, pointer } of contentsOf(document)) {
      if (mediaType !== 'application/json') {
        yield { pointer, message: `"${mediaType}" is declared; only application/json is evidenced` };
      }
    }
  },
};
