import { operationsOf } from '../../../src/contract/document.ts';
import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

export const securityScheme: Rule = {
  id: 'security-scheme',
  title: 'HTTP Basic over TLS protects every operation, declared once for all of them',
  why: 'The vendor documents one scheme. An alternative or an exception would let a client send a request without credentials.',
  *check(document) {
    const schemes = Object.entries(document.components?.securitySchemes ?? {});
    for (const [name, scheme] of schemes) {
      const place = join('components', 'securitySchemes', name);
      if (scheme['type'] !== 'http' || scheme['scheme'] !== 'basic') {
        yield { pointer: place, message: `${name} is not HTTP Basic, the only documented scheme` };
      }
      if (!/\bTLS\b/.test(String(scheme['description']))) {
        yield { pointer: `${place}/description`, message: `say that ${name} must only be used over TLS` };
      }
    }
    const names = schemes.map(([name]) => name);
    const wanted = JSON.stringify(names.map((name) => ({ [name]: [] })));
    if (names.length !== 1 || JSON.stringify(document['security']) !== wanted) {
      yield { pointer: '/security', message: 'require the one scheme globally, without an alternative' };
    }
    for (const { operation, pointer } of operationsOf(document)) {
      if (operation['security'] !== undefined) {
        yield {
          pointer: `${pointer}/security`,
          message: `${operation.operationId} overrides the global security`,
        };
      }
    }
  },
};
