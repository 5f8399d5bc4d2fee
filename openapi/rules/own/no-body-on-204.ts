import type { Rule } from '../rule.ts';
import { responsesOf } from '../walk/contents.ts';

const BODILESS = ['204', '205', '304'];

export const noBodyOn204: Rule = {
  id: 'no-body-on-204',
  title: 'A response that cannot have a body declares none',
  why: 'RFC 9110, section 15.3.5: a 204 ends with its header section. Clients generated from such content wait for a body that never comes.',
  *check(document) {
    for (const { status, response, pointer } of responsesOf(document)) {
      if (BODILESS.includes(status) && response.content !== undefined) {
        yield { pointer: `${pointer}/content`, message: `a ${status} response declares content; remove it` };
      }
    }
  },
};
