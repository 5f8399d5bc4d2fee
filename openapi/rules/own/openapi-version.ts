import type { Rule } from '../rule.ts';

const VERSION = '3.1.0';

export const openapiVersion: Rule = {
  id: 'openapi-version',
  title: `The document is labelled OpenAPI ${VERSION} exactly`,
  why: 'Some tools match the version label letter by letter: 3.1.2 and 3.2.0 stop them, 3.1.0 is read by all.',
  *check(document) {
    if (document.openapi !== VERSION) {
      yield { pointer: '/openapi', message: `openapi is "${document.openapi}"; write ${VERSION}` };
    }
  },
};
