/** postman.json: the contract as a Postman collection, the same bytes on every rebuild. */
import { createHash } from 'node:crypto';
import converter from 'openapi-to-postmanv2';
import {
  type OpenApiDocument,
  type Reference,
  type ResponseObject,
  resolve,
} from '../../src/contract/document.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import { jsonText } from './artifact.ts';
import { GenerateFailure } from './failure.ts';
import { type OperationEntry, operationsTable } from './operations.ts';

/** What is read of a collection, format 2.1.0; the rest passes as it is. */
interface Collection {
  readonly info: Readonly<Record<string, unknown>>;
  readonly item: readonly Folder[];
}

interface Folder {
  readonly name: string;
  readonly item: readonly Item[];
  readonly [key: string]: unknown;
}

interface Item {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly url: { readonly path: readonly string[] };
    readonly [key: string]: unknown;
  };
  readonly response: readonly SavedResponse[];
  readonly [key: string]: unknown;
}

interface SavedResponse {
  readonly originalRequest: unknown;
  readonly status?: string;
  readonly code?: number;
}

/**
 * Converts the bundle. The converter gives random ids and one answer per status; here ids are derived from the names of
 * operations, and every documented example is an answer.
 */
export async function postmanCollection(document: OpenApiDocument): Promise<string> {
  const { info, item } = await converted(document);
  const operations = Object.values(operationsTable(document));
  const id = identifiers(document);
  const collection = {
    info: {
      _postman_id: document.info['x-api-id'],
      name: info['name'],
      version: document.info.version,
      description: { content: document.info['description'], type: 'text/markdown' },
      schema: info['schema'],
    },
    variable: [
      variable('baseUrl', testingServer(document), 'Address of the environment; the testing one by default.'),
      variable('clientId', '', 'The user name of HTTP Basic. Set it in an environment, not here.'),
      variable('apiKey', '', 'The password of HTTP Basic. Set it in an environment, not here.'),
    ],
    auth: {
      type: 'basic',
      basic: [
        { key: 'username', value: '{{clientId}}', type: 'string' },
        { key: 'password', value: '{{apiKey}}', type: 'string' },
      ],
    },
    item: item.map((folder) => ({
      ...folder,
      id: id(`folder/${folder.name}`),
      item: folder.item.map((each) => requestItem(document, each, operationOf(each, operations), id)),
    })),
  };
  // A quotation mark inside of a text is escaped, so these are whole values: descriptions are Markdown in OpenAPI.
  return jsonText(collection).replaceAll('"type": "text/plain"', '"type": "text/markdown"');
}

function converted(document: OpenApiDocument): Promise<Collection> {
  const options = {
    folderStrategy: 'Tags',
    parametersResolution: 'Example',
    alwaysInheritAuthentication: true,
    includeAuthInfoInExample: false,
  } as const;
  return new Promise((done, fail) => {
    converter.convertV2({ type: 'string', data: JSON.stringify(document) }, options, (error, result) => {
      const [output] = result?.output ?? [];
      if (error || !result?.result || output === undefined) {
        fail(
          new GenerateFailure(`postman.json: ${error?.message ?? result?.reason ?? 'nothing was converted'}`),
        );
        return;
      }
      // The converter declares its result as a collection of format 2.1.0.
      done(output.data as unknown as Collection);
    });
  });
}

function requestItem(
  document: OpenApiDocument,
  { response, event, ...item }: Item,
  operation: OperationEntry,
  id: (name: string) => string,
): unknown {
  // Without an entry of its own, a request takes the credentials of the collection.
  const { auth, ...request } = item.request;
  return {
    ...item,
    id: id(operation.id),
    request,
    response: response.flatMap((saved) => answers(document, saved, operation, id)),
  };
}

/** One saved answer per documented example; one without a body where there is none. */
function answers(
  document: OpenApiDocument,
  saved: SavedResponse,
  { id: operationId, responses }: OperationEntry,
  id: (name: string) => string,
): readonly unknown[] {
  const status = String(saved.code ?? 'default');
  const response = responses[status];
  if (response === undefined)
    throw new Error(`the converter answers ${operationId} with ${status}, the contract does not`);
  const examples: readonly (string | undefined)[] = Object.values(response.examples);
  const phrase = saved.status ?? 'Any other failure';
  return (examples.length > 0 ? examples : [undefined]).map((name) => {
    const example = name === undefined ? undefined : document.components?.examples?.[name];
    const body =
      example === undefined
        ? {}
        : { body: JSON.stringify(example.value, null, 2), _postman_previewlanguage: 'json' };
    return {
      id: id([operationId, status, name].join('/')),
      name: [saved.code, example?.summary ?? phrase].filter(Boolean).join(' '),
      originalRequest: saved.originalRequest,
      ...(saved.code === undefined ? {} : { code: saved.code, status: phrase }),
      header: [
        ...(response.mediaType === undefined ? [] : [{ key: 'Content-Type', value: response.mediaType }]),
        ...exampleHeaders(document, response.pointer),
      ],
      cookie: [],
      ...body,
    };
  });
}

/** The headers of a response of which the contract shows a value. */
function exampleHeaders(document: OpenApiDocument, place: string): readonly { key: string; value: string }[] {
  // The table of operations names the place of a response, or of the reference to one.
  const { headers = {} } = resolve(document, valueAt(document, place) as ResponseObject | Reference);
  return Object.entries(headers).flatMap(([key, header]) => {
    const [example] = Object.values(resolve(document, header).examples ?? {});
    return example === undefined ? [] : [{ key, value: String(resolve(document, example).value) }];
  });
}

function operationOf({ name, request }: Item, operations: readonly OperationEntry[]): OperationEntry {
  const path = `/${request.url.path.map((segment) => segment.replace(/^:(.*)$/, '{$1}')).join('/')}`;
  const found = operations.find(
    (operation) => operation.path === path && operation.method === request.method.toLowerCase(),
  );
  if (found === undefined)
    throw new Error(`the converter made "${name}" of no operation: ${request.method} ${path}`);
  return found;
}

function testingServer({ servers = [] }: OpenApiDocument): string {
  const testing = servers.find((server) => server['x-environment'] === 'testing');
  if (testing === undefined) {
    throw new GenerateFailure(
      'openapi #/servers: none has x-environment: testing, which tools use by default',
    );
  }
  return testing.url;
}

function variable(key: string, value: string, description: string): unknown {
  return { key, value, type: 'string', description };
}

/** UUIDs of version 5 (RFC 9562, section 5.5) in the name space of the API's own id: the same name has the same id. */
function identifiers(document: OpenApiDocument): (name: string) => string {
  const own = String(document.info['x-api-id']).replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/.test(own)) throw new GenerateFailure('openapi #/info/x-api-id: it must be a UUID');
  return (name) => {
    const bytes = createHash('sha1').update(Buffer.from(own, 'hex')).update(name).digest().subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  };
}
