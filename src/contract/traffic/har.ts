/** HTTP Archive (HAR 1.2), as browsers and proxies save it. */
import {
  bytesOfBase64,
  headersOf,
  objectAt,
  type Recording,
  statusAt,
  stringAt,
  TrafficError,
  urlAt,
} from './recording.ts';

/**
 * @param text the whole file.
 * @returns its entries in order; an entry without an answer (status 0) is left out.
 * @throws TrafficError that names the entry and the member.
 */
export function parseHar(text: string): readonly Recording[] {
  let archive: unknown;
  try {
    // Some recorders begin their files with a byte order mark.
    archive = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new TrafficError(`the file is not JSON: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  const { entries } = objectAt(objectAt(archive, 'the archive')['log'], 'log');
  if (!Array.isArray(entries)) throw new TrafficError('log.entries must be a list');
  return entries.map(entryOf).filter(({ response }) => response.status !== 0);
}

function entryOf(value: unknown, index: number): Recording {
  const place = `log.entries[${index}]`;
  const entry = objectAt(value, place);
  const request = objectAt(entry['request'], `${place}.request`);
  const response = objectAt(entry['response'], `${place}.response`);
  const content = objectAt(response['content'] ?? {}, `${place}.response.content`);
  const posted =
    request['postData'] === undefined ? {} : objectAt(request['postData'], `${place}.request.postData`);
  const status = statusAt(response['status'], `${place}.response.status`);
  const kept = typeof content['text'] === 'string' || !(Number(content['size']) > 0);
  return {
    place: `entry ${index}`,
    request: {
      method: stringAt(request['method'], `${place}.request.method`).toUpperCase(),
      url: urlAt(request['url'], `${place}.request.url`),
      headers: headersOf(pairsOf(request['headers'], `${place}.request.headers`)),
      body: typeof posted['text'] === 'string' ? posted['text'] : '',
    },
    response: {
      status,
      headers: headersOf(pairsOf(response['headers'], `${place}.response.headers`)),
      body: bodyOf(content, `${place}.response.content.text`),
    },
    bodyKept: kept,
  };
}

function* pairsOf(value: unknown, place: string): Generator<readonly [string, string]> {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw new TrafficError(`${place} must be a list`);
  for (const [index, header] of value.entries()) {
    const pair = objectAt(header, `${place}[${index}]`);
    yield [
      stringAt(pair['name'], `${place}[${index}].name`),
      stringAt(pair['value'], `${place}[${index}].value`),
    ];
  }
}

function bodyOf(content: Readonly<Record<string, unknown>>, place: string): Uint8Array {
  const { text, encoding } = content;
  if (typeof text !== 'string') return new Uint8Array();
  return encoding === 'base64' ? bytesOfBase64(text, place) : new TextEncoder().encode(text);
}
