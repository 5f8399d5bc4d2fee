/** A call of an operation as a command for a POSIX shell, ready to be pasted. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { type ExampleObject, resolve } from '../../src/contract/document.ts';
import type { PlannedParameter } from './exchange.ts';
import type { PlannedOperation } from './plan.ts';

/**
 * Builds the command: against the testing environment where the document names one, with the credentials taken
 * from the environment of the shell and the first example of every parameter and of the request body.
 */
export function curlOf(
  document: OpenApiDocument,
  { located, parameters, requestBodies }: PlannedOperation,
): string {
  const servers = document.servers ?? [];
  const server = servers.find((candidate) => candidate['x-environment'] === 'testing') ?? servers[0];
  const body = requestBodies[0];
  const example = body?.examples[0];
  const address = `${(server?.url ?? '').replace(/\/$/, '')}${pathOf(document, located.path, parameters)}`;
  const lines = [
    `curl --request ${located.method.toUpperCase()} ${quoted(address)}`,
    '--user "$PLEXO_CLIENT_ID:$PLEXO_API_KEY"',
    ...parameters
      .filter(({ parameter }) => parameter.in === 'header' && parameter.required === true)
      .map((planned) => `--header ${quoted(`${planned.parameter.name}: ${textOf(document, planned)}`)}`),
    ...(body !== undefined && example !== undefined
      ? [
          `--header ${quoted(`Content-Type: ${body.mediaType}`)}`,
          `--data-raw ${quoted(JSON.stringify(example.value, null, 2))}`,
        ]
      : []),
  ];
  return lines.join(' \\\n  ');
}

function pathOf(document: OpenApiDocument, path: string, parameters: readonly PlannedParameter[]): string {
  const query = parameters
    .filter(({ parameter }) => parameter.in === 'query' && parameter.required === true)
    .map((planned) => `${encoded(planned.parameter.name)}=${encoded(textOf(document, planned))}`);
  const filled = parameters
    .filter(({ parameter }) => parameter.in === 'path')
    .reduce(
      (rest, planned) =>
        rest.replaceAll(`{${planned.parameter.name}}`, () => encoded(textOf(document, planned))),
      path,
    );
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

function textOf(document: OpenApiDocument, { parameter }: PlannedParameter): string {
  const [first] = Object.values(parameter.examples ?? {});
  const value = first === undefined ? parameter.name : resolve<ExampleObject>(document, first).value;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Percent-encodes everything but unreserved characters; brackets and braces would be patterns to curl. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Single quotes keep everything from the shell except the single quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
