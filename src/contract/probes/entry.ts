/** Questions about how a caller reaches and enters the API. */
import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import { orSkip, type Probe } from './probe.ts';

export const entryProbes: readonly Probe[] = [
  { question: 'Q-environments', because: 'a server does not tell of other servers' },
  {
    question: 'Q-auth-scheme',
    ask: ({ exchanges }) => {
      const challenges = exchanges.flatMap(({ response }) => response.headers.get('www-authenticate') ?? []);
      const schemes = [
        ...new Set(challenges.flatMap((text) => text.match(/\b[A-Z][\w-]*(?=\s+realm|\s*$|,)/g) ?? [])),
      ];
      if (schemes.length === 0) return 'no refusal named a scheme in WWW-Authenticate';
      const agrees = schemes.every((scheme) => scheme === 'Basic');
      const change = `/components/securitySchemes: add ${schemes.filter((one) => one !== 'Basic').join(', ')}`;
      return { answer: `refusals ask for ${schemes.join(', ')}`, agrees, ...(agrees ? {} : { change }) };
    },
  },
  { question: 'Q-vendor-openapi', because: 'no documented path serves a document of the vendor' },
  {
    question: 'Q-property-case',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const documented = world.body('createCustomer', 'probe-case', 'none');
      const body = {
        ReferenceId: documented['referenceId'],
        Email: documented['email'],
        FirstName: 'Pascal',
      };
      const exchange = await send('createCustomer', { body });
      const { status } = exchange.response;
      if (status >= 300) return { answer: `a body in PascalCase is refused with ${status}`, agrees: true };
      const taken = valueAt(jsonOf(exchange), '/firstName') === 'Pascal';
      return {
        answer: taken ? 'names are matched without regard to case' : 'names in another case are ignored',
        agrees: true,
      };
    },
  },
  {
    question: 'Q-idempotency',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const { referenceId: _, ...body } = world.body('createCustomer', 'probe-idempotency', 'none');
      const step = { body, headers: { 'idempotency-key': `plexo-check-${String(body['email'])}` } };
      const first = orSkip(await send('createCustomer', step));
      const second = await send('createCustomer', step);
      const same = valueAt(jsonOf(first), '/id') === valueAt(jsonOf(second), '/id');
      const change = 'POST operations: an optional Idempotency-Key header';
      return same
        ? {
            answer: 'a create repeated with one Idempotency-Key gave the first customer',
            agrees: false,
            change,
          }
        : { answer: `a repeated Idempotency-Key is not looked at (${second.response.status})`, agrees: true };
    },
  },
  {
    question: 'Q-request-id',
    ask: ({ exchanges }) => {
      const count = exchanges.filter(({ response }) => response.headers.has('x-correlation-id')).length;
      const always = count === exchanges.length;
      const change = 'every response: the header x-correlation-id';
      return {
        answer: `x-correlation-id stood on ${count} of ${exchanges.length} answers`,
        agrees: !always,
        ...(always ? { change } : {}),
      };
    },
  },
  {
    question: 'Q-rate-limit',
    ask: ({ exchanges }) => {
      const limited = exchanges.filter(({ response }) => response.status === 429).length;
      const names = new Set(
        exchanges.flatMap(({ response }) =>
          [...response.headers.keys()].filter((name) => /rate-?limit/.test(name)),
        ),
      );
      if (limited === 0 && names.size === 0) return `none of ${exchanges.length} requests met a limit`;
      const change = 'every operation: a response 429, and its headers';
      return {
        answer: `${limited} answers were 429; headers about limits: ${[...names].join(', ') || 'none'}`,
        agrees: false,
        change,
      };
    },
  },
];
