import type { Rule } from '../rule.ts';
import { allParametersOf } from '../walk/parameters.ts';

const CREDENTIAL = /client_?secret|token|password|secret|api-?_?key|authorization/i;
/** The vendor's own path ends in the token of an instrument, which is worth nothing without the client's credentials. */
const DOCUMENTED = { in: 'path', name: 'token' };

export const noCredentialsInUrl: Rule = {
  id: 'no-credentials-in-url',
  title: 'No path or query parameter carries a credential',
  why: 'Addresses are kept in logs, histories and proxies; a credential in one of them is lost.',
  *check(document) {
    for (const { parameter, pointer } of allParametersOf(document)) {
      if (parameter.in !== 'path' && parameter.in !== 'query') continue;
      if (parameter.in === DOCUMENTED.in && parameter.name === DOCUMENTED.name) continue;
      if (CREDENTIAL.test(parameter.name)) {
        yield {
          pointer: `${pointer}/name`,
          message: `"${parameter.name}" in the ${parameter.in}; send it in a header`,
        };
      }
    }
  },
};
