/** Faults of operations: names, tags, parameters, bodies, status codes, media types, headers. */
import {
  isReference,
  type LocatedOperation,
  operationsOf,
  type ResponseObject,
  resolve,
} from '../../../src/contract/document.ts';
import { pointer } from '../../../src/contract/pointer.ts';
import { type Fault, fault, type Operator } from '../operator.ts';

function perOperation(
  id: string,
  title: string,
  faults: (found: LocatedOperation, all: readonly LocatedOperation[]) => Iterable<Fault>,
): Operator {
  return {
    id,
    title,
    *faults(document) {
      const all = [...operationsOf(document)];
      for (const found of all) yield* faults(found, all);
    },
  };
}

const STATUSES: Readonly<Record<string, string>> = {
  '200': '201',
  '201': '200',
  '204': '200',
  '400': '422',
  '401': '403',
  '404': '410',
  default: '500',
};

export const operationOperators: readonly Operator[] = [
  perOperation('operation-drop', 'an operation is dropped', function* ({ pointer: place }) {
    yield fault(place, 'dropped', { remove: place });
  }),
  perOperation(
    'operation-id-fault',
    'an operationId is renamed, dropped or used twice',
    function* ({ pointer: place, operation }, all) {
      const at = `${place}/operationId`;
      yield fault(at, 'renamed', { set: at, to: `${operation.operationId}Now` });
      yield fault(at, 'dropped', { remove: at });
      const other = all.find((one) => one.operation !== operation);
      if (other !== undefined) yield fault(at, 'used twice', { set: at, to: other.operation.operationId });
    },
  ),
  perOperation(
    'tag-fault',
    'a tag is exchanged, misspelt, doubled or dropped',
    function* ({ pointer: place, operation }) {
      const [tag = ''] = operation.tags;
      const other = tag === 'Payments' ? 'Sessions' : 'Payments';
      yield fault(`${place}/tags`, 'exchanged', { set: `${place}/tags/0`, to: other });
      yield fault(`${place}/tags`, 'misspelt', { set: `${place}/tags/0`, to: `${tag}s` });
      yield fault(`${place}/tags`, 'doubled', { set: `${place}/tags/-`, to: other });
      yield fault(`${place}/tags`, 'dropped', { remove: `${place}/tags` });
    },
  ),
  perOperation(
    'summary-fault',
    'a summary is emptied, dropped or made a sentence',
    function* ({ pointer: place, operation }) {
      const at = `${place}/summary`;
      yield fault(at, 'emptied', { set: at, to: '' });
      yield fault(at, 'dropped', { remove: at });
      yield fault(at, 'full stop', { set: at, to: `${operation.summary}.` });
    },
  ),
  perOperation(
    'method-change',
    'an operation moves to another method',
    function* ({ pointer: place, method }) {
      yield fault(place, 'patch', { rename: place, to: method === 'patch' ? 'put' : 'patch' });
    },
  ),
  perOperation(
    'security-override',
    'an operation needs no credentials, or may do without',
    function* ({ pointer: place }) {
      yield fault(`${place}/security`, 'none', { set: `${place}/security`, to: [] });
      yield fault(`${place}/security`, 'optional', { set: `${place}/security`, to: [{ basicAuth: [] }, {}] });
    },
  ),
  perOperation(
    'parameter-add',
    'an operation gets a parameter that nothing documents',
    function* ({ pointer: place }) {
      for (const [name, where] of [
        ['limit', 'query'],
        ['Authorization', 'header'],
      ] as const) {
        const parameter = {
          name,
          in: where,
          required: false,
          description: 'Something that nobody documents.',
          schema: { type: 'string', description: 'Some text of it.' },
          examples: { some: { summary: 'Some', value: 'some' } },
        };
        yield fault(`${place}/parameters`, name, { set: `${place}/parameters`, to: [parameter] });
      }
    },
  ),
  perOperation(
    'request-body-fault',
    'a request body is dropped, made optional, or put where none belongs',
    function* ({ pointer: place, operation }) {
      const at = `${place}/requestBody`;
      if (operation.requestBody === undefined) {
        const content = { 'application/json': { schema: { $ref: '#/components/schemas/Metadata' } } };
        yield fault(at, 'added', { set: at, to: { required: true, content } });
        return;
      }
      yield fault(at, 'dropped', { remove: at });
      yield fault(at, 'optional', { set: `${at}/required`, to: false });
      yield fault(at, 'required dropped', { remove: `${at}/required` });
    },
  ),
  perOperation('response-drop', 'a response is dropped', function* ({ pointer: place, operation }) {
    for (const status of Object.keys(operation.responses)) {
      const at = `${place}${pointer('responses', status)}`;
      yield fault(at, 'dropped', { remove: at });
    }
  }),
  perOperation(
    'status-change',
    'a status becomes another one, or a range',
    function* ({ pointer: place, operation }) {
      for (const status of Object.keys(operation.responses)) {
        const at = `${place}${pointer('responses', status)}`;
        yield fault(at, 'another', { rename: at, to: STATUSES[status] ?? '500' });
        if (/^[45]/.test(status)) yield fault(at, 'range', { rename: at, to: `${status[0]}XX` });
      }
    },
  ),
  perOperation('status-add', 'a status is added that nothing documents', function* ({ pointer: place }) {
    for (const status of ['202', '409', '429']) {
      const at = `${place}${pointer('responses', status)}`;
      yield fault(at, 'added', { set: at, to: { $ref: '#/components/responses/BadRequest' } });
    }
  }),
  {
    id: 'response-body-fault',
    title: 'a response loses its body, or gets one where none belongs',
    *faults(document) {
      for (const { place, response } of responsesOf(document)) {
        const at = `${place}/content`;
        if (response.content !== undefined) yield fault(at, 'dropped', { remove: at });
        else
          yield fault(at, 'added', {
            set: at,
            to: { 'application/json': { schema: { $ref: '#/components/schemas/Customer' } } },
          });
      }
    },
  },
  {
    id: 'optional-body-fault',
    title: 'the mark that a body may be absent is dropped or added',
    *faults(document) {
      for (const { place, response } of responsesOf(document)) {
        const at = `${place}/x-optional-body`;
        if (response['x-optional-body'] === true) yield fault(at, 'dropped', { remove: at });
        else if (response.content !== undefined) yield fault(at, 'added', { set: at, to: true });
      }
    },
  },
  {
    id: 'media-type-fault',
    title: 'a media type is replaced, misspelt or doubled',
    *faults(document) {
      for (const place of contentsOf(document)) {
        const at = `${place}${pointer('application/json')}`;
        yield fault(at, 'problem', { rename: at, to: 'application/problem+json' });
        yield fault(at, 'misspelt', { rename: at, to: 'application/jsn' });
        yield fault(place, 'doubled', {
          set: `${place}${pointer('application/xml')}`,
          to: { schema: { $ref: '#/components/schemas/Metadata' } },
        });
      }
    },
  },
  {
    id: 'header-fault',
    title: 'a header is dropped, renamed, promised, or added where none is documented',
    *faults(document) {
      for (const { place, response } of responsesOf(document)) {
        const at = `${place}/headers`;
        if (response.headers === undefined) {
          const header = {
            description: 'A header that nobody documents.',
            schema: { type: 'string', description: 'Some text of it.' },
            examples: { some: { summary: 'Some', value: 'some' } },
          };
          yield fault(at, 'added', { set: at, to: { 'X-Request-Id': header } });
          continue;
        }
        yield fault(at, 'dropped', { remove: at });
        for (const name of Object.keys(response.headers))
          yield fault(at, 'renamed', { rename: `${at}${pointer(name)}`, to: 'X-Challenge' });
      }
      for (const name of Object.keys(document.components?.headers ?? {})) {
        const at = pointer('components', 'headers', name);
        yield fault(at, 'promised', { set: `${at}/required`, to: true });
        yield fault(at, 'required dropped', { remove: `${at}/required` });
      }
    },
  },
  {
    id: 'path-fault',
    title: 'a path is dropped, misspelt, or its parameter renamed on one side only',
    *faults(document) {
      for (const path of Object.keys(document.paths)) {
        const at = pointer('paths', path);
        yield fault(at, 'dropped', { remove: at });
        yield fault(at, 'misspelt', { rename: at, to: path.replace(/([a-z])(?=\/|$)/, '$1x') });
        yield fault(at, 'trailing slash', { rename: at, to: `${path}/` });
        yield fault(at, 'another version', { rename: at, to: path.replace('/v1', '/v2') });
        if (path.includes('{'))
          yield fault(at, 'parameter renamed', { rename: at, to: path.replace(/\{\w+\}/, '{id}') });
        if (document.paths[path]?.parameters !== undefined)
          yield fault(`${at}/parameters`, 'dropped', { remove: `${at}/parameters` });
      }
    },
  },
  {
    id: 'parameter-fault',
    title: 'a parameter is renamed, moved, made optional, or loses a part',
    *faults(document) {
      for (const [name, parameter] of Object.entries(document.components?.parameters ?? {})) {
        const at = pointer('components', 'parameters', name);
        yield fault(at, 'renamed', { set: `${at}/name`, to: `${parameter.name}s` });
        yield fault(at, 'in query', { set: `${at}/in`, to: 'query' });
        yield fault(at, 'optional', { set: `${at}/required`, to: false });
        for (const key of Object.keys(parameter))
          yield fault(at, `${key} dropped`, { remove: `${at}/${key}` });
      }
    },
  },
];

type Document = Parameters<Operator['faults']>[0];

/** Each response where it is written, once. */
function* responsesOf(
  document: Document,
): Generator<{ readonly place: string; readonly response: ResponseObject }> {
  for (const [name, response] of Object.entries(document.components?.responses ?? {}))
    yield { place: pointer('components', 'responses', name), response };
  for (const { pointer: place, operation } of operationsOf(document)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!isReference(response))
        yield { place: `${place}${pointer('responses', status)}`, response: resolve(document, response) };
    }
  }
}

function* contentsOf(document: Document): Generator<string> {
  for (const { place, response } of responsesOf(document))
    if (response.content !== undefined) yield `${place}/content`;
  for (const { pointer: place, operation } of operationsOf(document))
    if (operation.requestBody !== undefined) yield `${place}/requestBody/content`;
}
