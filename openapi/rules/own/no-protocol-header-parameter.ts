import type { Rule } from '../rule.ts';
import { allParametersOf } from '../walk/parameters.ts';

const RESERVED = ['authorization', 'accept', 'content-type'];

export const noProtocolHeaderParameter: Rule = {
  id: 'no-protocol-header-parameter',
  title: 'Authorization, Accept and Content-Type are never declared as parameters',
  why: 'OpenAPI 3.1, section 4.8.12: such parameters are ignored; security and content say it instead.',
  *check(document) {
    for (const { parameter, pointer } of allParametersOf(document)) {
      if (parameter.in === 'header' && RESERVED.includes(parameter.name.toLowerCase())) {
        yield {
          pointer: `${pointer}/name`,
          message: `"${parameter.name}" is ignored here; remove the parameter`,
        };
      }
    }
  },
};
