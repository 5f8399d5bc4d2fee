import type { Rule } from '../rule.ts';
import { examplesOf } from '../walk/examples.ts';
import { partsOf } from '../walk/values.ts';

const DOMAIN = /(?:@|:\/\/)([A-Za-z0-9.-]+\.[A-Za-z]{2,})/g;
const RESERVED = /(^|\.)(example\.(com|net|org)|example|test|invalid|localhost)$/i;

export const reservedDomains: Rule = {
  id: 'reserved-domains',
  title: 'Addresses in examples use the domains that are reserved for examples',
  why: 'Whatever an example names gets mail and traffic one day; RFC 2606 reserves names that belong to nobody.',
  *check(document) {
    for (const example of examplesOf(document)) {
      for (const { value, pointer } of partsOf(document, example.value, example.schema, example.pointer)) {
        if (typeof value !== 'string') continue;
        for (const [, domain = ''] of value.matchAll(DOMAIN)) {
          if (!RESERVED.test(domain))
            yield { pointer, message: `"${domain}" may belong to somebody; use example.com` };
        }
      }
    }
  },
};
