/** check-report.schema.json: the report of `plexo-customers check`, `judge` and `proxy` as JSON, for programs that read it. */

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const count: Schema = { type: 'integer', minimum: 0 };
const headers: Schema = { type: 'object', additionalProperties: text };

/** An object of which every member is described: a member that comes later is added here first. */
function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}

function words(...values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

const source = object({
  file: text,
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
});

const message = { headers, body: text, bytes: count };

const evidence = object({
  curl: text,
  request: object({ method: text, url: text, path: headers, ...message }),
  response: object({ status: count, ...message }),
});

const finding = object(
  {
    rule: text,
    severity: words('error', 'warning'),
    operation: text,
    status: count,
    spec: text,
    at: text,
    keyword: text,
    expected: text,
    got: text,
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
    title: text,
    why: text,
    help: text,
    case: text,
    occurrences: { type: 'integer', minimum: 1 },
    evidence,
    source,
  },
  ['keyword', 'evidence', 'source'],
);

const probe = object(
  {
    question: text,
    asked: text,
    outcome: words('observed', 'unclear', 'not_askable', 'not_asked'),
    answer: text,
    agrees: { type: 'boolean' },
    change: text,
  },
  ['agrees', 'change'],
);

const coverageItem = object(
  {
    id: text,
    kind: words('response', 'property', 'value', 'array', 'keyword'),
    operation: text,
    spec: text,
    place: text,
    side: text,
    witnessed: count,
    unreachable: text,
    waiver: object({ reason: text, until: text }),
  },
  ['unreachable', 'waiver'],
);

/** `$id` names and does not locate, as that of every schema of this package. */
export function reportSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://plexo-customers.example/check-report.schema.json',
    title: 'CheckReport',
    description:
      'The report of a check, of recorded traffic or of a proxy. `format` is raised when a member changes its meaning.',
    ...object(
      {
        format: { const: 1 },
        tool: object({ name: text, version: text }),
        spec: object({ title: text, version: text, sha256: text }),
        target: object({ label: text, url: text, stateful: { type: 'boolean' } }, ['stateful']),
        seed: count,
        planHash: text,
        startedAt: { type: 'string', format: 'date-time' },
        elapsedMs: { type: 'number', minimum: 0 },
        requests: count,
        verdict: words('kept', 'breached', 'could_not_run'),
        failure: text,
        findings: list(finding),
        notApplicable: list(object({ rule: text, reason: text })),
        probes: list(probe),
        coverage: object({ items: list(coverageItem), gaps: list(text) }),
        leftovers: list(object({ kind: words('customer', 'instrument'), path: text, reason: text })),
      },
      ['failure'],
    ),
  };
}
