/** A report with one of everything, and with text in it that a hostile server could have sent. */
import type { CheckReport, ReportedFinding } from '../report.ts';

export const HOSTILE = '"</td><script>alert(1)</script>|%0A::error::\u001b[31m\u202e';

const breach: ReportedFinding = {
  rule: 'body-schema',
  severity: 'error',
  operation: 'retrieveCustomer',
  status: 200,
  spec: '/components/schemas/Customer/required/0',
  at: 'body',
  keyword: 'required',
  expected: "must have required property 'id'",
  got: HOSTILE,
  fingerprint: '0123456789abcdef',
  title: 'The body keeps its schema',
  why: 'This is what the types of every generated client promise.',
  help: 'README.md#rules',
  case: 'positive/retrieveCustomer/guide',
  occurrences: 3,
  evidence: {
    curl: `curl -i -u "$PLEXO_CLIENT_ID:$PLEXO_API_KEY" 'http://127.0.0.1:1/v1/customers/x'`,
    request: {
      method: 'GET',
      url: 'http://127.0.0.1:1/v1/customers/x',
      path: { customerId: 'x' },
      headers: {},
      body: '',
      bytes: 0,
    },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: '{}', bytes: 2 },
  },
  source: { file: 'generated/openapi.yaml', line: 12, column: 7 },
};

const { evidence: _evidence, source: _source, ...without } = breach;
const warning: ReportedFinding = {
  ...without,
  rule: 'headers',
  severity: 'warning',
  status: 401,
  fingerprint: 'fedcba9876543210',
  got: 'no header',
  occurrences: 1,
};

export const REPORT: CheckReport = {
  format: 1,
  tool: { name: 'plexo-customers', version: '0.1.0' },
  spec: { title: 'A contract', version: '0.1.0', sha256: 'a'.repeat(64) },
  target: { label: 'http://127.0.0.1:1', url: 'http://127.0.0.1:1', stateful: true },
  seed: 1,
  planHash: 'b'.repeat(64),
  startedAt: '2026-01-02T03:04:05.000Z',
  elapsedMs: 1_250,
  requests: 42,
  verdict: 'breached',
  findings: [breach, warning],
  notApplicable: [
    { rule: 'delete-means-gone', reason: 'the target keeps no state' },
    { rule: 'update-is-visible', reason: 'the target keeps no state' },
  ],
  probes: [
    {
      question: 'update-semantics',
      asked: 'What becomes of fields that an update leaves out?',
      outcome: 'observed',
      answer: 'they are cleared',
      agrees: false,
      change: 'describe PUT as a replacement',
    },
    {
      question: 'limits',
      asked: 'How long may a name be?',
      outcome: 'not_askable',
      answer: 'no request can show a limit that is not there',
    },
  ],
  coverage: {
    items: [
      {
        id: 'response retrieveCustomer 404 answered',
        kind: 'response',
        operation: 'retrieveCustomer',
        spec: '/x',
        place: '404',
        side: 'answered',
        witnessed: 2,
      },
      {
        id: 'property retrieveCustomer 200 /email null',
        kind: 'property',
        operation: 'retrieveCustomer',
        spec: '/y',
        place: '200 /email',
        side: 'null',
        witnessed: 0,
      },
    ],
    gaps: ['property retrieveCustomer 200 /email null'],
  },
  leftovers: [{ kind: 'customer', path: '/v1/customers/y', reason: 'the target did not answer' }],
};

export const KEPT: CheckReport = {
  ...REPORT,
  verdict: 'kept',
  findings: [],
  notApplicable: [],
  probes: [],
  coverage: { items: [], gaps: [] },
  leftovers: [],
};

export const BROKEN_OFF: CheckReport = {
  ...KEPT,
  verdict: 'could_not_run',
  failure: 'http://127.0.0.1:1 did not answer: connect ECONNREFUSED',
};
