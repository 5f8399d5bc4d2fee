/** HTTP: from a request to one operation, and from what it came to back to a response. */
import { Hono } from 'hono';
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';
import { readBody } from './body.ts';
import type { Asked, PlannedAnswer, Seams } from './fault.ts';
import { invoke } from './invoke.ts';
import type { Refusal } from './outcome.ts';
import { cardForm, completedPage, overPage, refusedPage } from './page.ts';
import { problemOf, problems } from './problem.ts';
import { openSession, PAGE_PATH } from './sessions.ts';
import type { World } from './world.ts';

export interface AppOptions {
  readonly world: World;
  /** The seams for a request; a request may ask for a fault. A string is why it cannot have it. */
  readonly seamsFor: (request: Request) => Seams | string;
  /** Bytes of a request body that are read. */
  readonly maxBodyBytes: number;
  /** A name for each answer. */
  readonly correlationId: () => string;
  /** Origin of the addresses that answers hold; that of the request when absent. */
  readonly publicUrl: string | undefined;
}

const CHALLENGE = 'Basic realm="plexo", charset="UTF-8"';
const JSON_TYPE = 'application/json; charset=utf-8';

export function createApp(options: AppOptions): (request: Request) => Response | Promise<Response> {
  const app = new Hono();
  for (const [path, methods] of operationsByPath()) {
    const route = path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.all(route, (context) => answer(context.req.raw, context.req.param(), methods, options));
  }
  app.get(`${PAGE_PATH}/:id`, (context) => showPage(context.req.param('id'), options));
  app.post(`${PAGE_PATH}/:id`, (context) => completePage(context.req.raw, context.req.param('id'), options));
  app.notFound((context) => {
    const asked = askedOf(undefined, context.req.raw, {}, undefined);
    return respond(problemAnswer({ ok: false, problem: 'unknown-path' }, options.world), asked, options);
  });
  app.onError((_error, context) => {
    // The sandbox's own fault; a stack would tell a stranger more than a client needs.
    const body = { code: 'internal-error', message: 'The sandbox failed.', type: 'api-error', status: 500 };
    return respond(
      { status: 500, headers: { 'content-type': JSON_TYPE }, body },
      askedOf(undefined, context.req.raw, {}, undefined),
      options,
    );
  });
  return (request) => app.fetch(request);
}

type Methods = ReadonlyMap<string, OperationId>;

/** The operations of each path, by method in capitals. */
function operationsByPath(): ReadonlyMap<string, Methods> {
  const paths = new Map<string, Map<string, OperationId>>();
  for (const { path, method, id } of Object.values(operations)) {
    const methods = paths.get(path) ?? new Map<string, OperationId>();
    paths.set(path, methods.set(method.toUpperCase(), id));
  }
  return paths;
}

async function answer(
  request: Request,
  path: Readonly<Record<string, string>>,
  methods: Methods,
  options: AppOptions,
): Promise<Response> {
  const seams = options.seamsFor(request);
  if (typeof seams === 'string') return Response.json(faultRefusal(seams), { status: 400 });
  const operation = methods.get(request.method);
  const reply = (planned: PlannedAnswer, body?: unknown): Response | Promise<Response> =>
    respond(planned, askedOf(operation, request, path, body), options, seams);
  const refuse = (refusal: Refusal, headers: Readonly<Record<string, string>> = {}, body?: unknown) => {
    const planned = problemAnswer(refusal, options.world);
    return reply({ ...planned, headers: { ...planned.headers, ...headers } }, body);
  };
  if (operation === undefined) {
    return refuse({ ok: false, problem: 'method-not-allowed' }, { allow: [...methods.keys()].join(', ') });
  }
  const { headers } = request;
  const tenant = seams.gate.authenticate({ operation, headers });
  if (tenant === undefined) {
    return refuse({ ok: false, problem: 'unauthorized' }, { 'www-authenticate': CHALLENGE });
  }
  if (!isDecodable(request.url)) return refuse({ ok: false, problem: 'malformed-path' });
  const described: OperationDescription = operations[operation];
  const read = described.request === undefined ? { text: '' } : await readBody(request, options.maxBodyBytes);
  if (read === 'too large') return refuse({ ok: false, problem: 'too-large' });
  const examined = seams.gate.examine({ operation, path, headers, text: read.text });
  if (!examined.ok) return refuse(examined);
  const outcome = invoke(seams.service, operation, {
    tenant,
    path,
    body: examined.value,
    origin: () => options.publicUrl ?? new URL(request.url).origin,
  });
  return outcome.ok
    ? reply(successAnswer(described, outcome.value, options.world), examined.value)
    : refuse(outcome, {}, examined.value);
}

function successAnswer(
  { method, success }: OperationDescription,
  value: unknown,
  { readings }: World,
): PlannedAnswer {
  const status = method === 'post' ? readings.createStatus : Number(success);
  return value === undefined
    ? { status, headers: {} }
    : { status, headers: { 'content-type': JSON_TYPE }, body: value };
}

function problemAnswer({ problem, detail }: Refusal, { readings }: World): PlannedAnswer {
  const { status, code, message } = problemOf(problem, readings, detail);
  if (status === 401 && readings.unauthorizedBody === 'none') return { status, headers: {} };
  const body = { code, message, type: 'invalid-request-error', status };
  return { status, headers: { 'content-type': JSON_TYPE }, body };
}

function faultRefusal(message: string): object {
  return { code: 'unknown-fault', message, type: 'invalid-request-error', status: 400 };
}

function askedOf(
  operation: OperationId | undefined,
  { method, headers }: Request,
  path: Readonly<Record<string, string>>,
  body: unknown,
): Asked {
  return { operation, method, path, authorization: headers.get('authorization'), body };
}

function respond(
  planned: PlannedAnswer,
  asked: Asked,
  { correlationId }: AppOptions,
  seams?: Pick<Seams, 'answer' | 'wire'>,
): Response | Promise<Response> {
  const { status, headers, body } = seams?.answer?.(planned, asked) ?? planned;
  const correlated = { ...headers, 'x-correlation-id': correlationId() };
  const text = body === undefined || asked.method === 'HEAD' ? null : JSON.stringify(body);
  const response = new Response(text, { status, headers: correlated });
  return seams?.wire?.(response, asked) ?? response;
}

function isDecodable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

function showPage(sessionId: string, { world }: AppOptions): Response {
  return openSession(world, sessionId) === undefined ? overPage() : cardForm();
}

async function completePage(request: Request, sessionId: string, options: AppOptions): Promise<Response> {
  const { world, maxBodyBytes } = options;
  const session = openSession(world, sessionId);
  if (session === undefined) return overPage();
  const form = await readBody(request, maxBodyBytes);
  const card =
    typeof form === 'string' || form.text === undefined ? '' : new URLSearchParams(form.text).get('card');
  const seams = options.seamsFor(request);
  if (typeof seams === 'string') return refusedPage(seams);
  const outcome = seams.service.completeSession(sessionId, card ?? '');
  return outcome.ok ? completedPage(session) : refusedPage(problems[outcome.problem].message);
}
