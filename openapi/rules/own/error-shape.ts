import { isReference } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';
import { contentsOf } from '../walk/contents.ts';

const ERROR = '#/components/schemas/ApiError';

export const errorShape: Rule = {
  id: 'error-shape',
  title: 'Every error body is an ApiError',
  why: 'A client has one branch for all failures only while they all have one shape.',
  *check(document) {
    for (const { status, content, pointer } of contentsOf(document)) {
      if (status === undefined || !/^(4|5|default)/.test(status)) continue;
      if (!isReference(content.schema) || content.schema.$ref !== ERROR) {
        yield { pointer: `${pointer}/schema`, message: `the body of ${status} is not ${ERROR}` };
      }
    }
  },
};
