/** What a code block of the guide says, in a form that layout cannot change. */
import { canonicalJson, shortDigest, valueDigest } from './digest.ts';

export interface CodeDigests {
  /** Digest of the whole block. */
  readonly digest: string;
  /** Digest of the JSON value that it holds, when it holds one. */
  readonly json?: string;
  /** The canonical text, for messages about a fresh copy; never stored. */
  readonly text: string;
}

const REQUEST_LINE = /^(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS) (\S+)/;

export function digestsOfCode(language: string, source: string): CodeDigests {
  const block = source.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (language === 'http' || REQUEST_LINE.test(block)) return digestsOfRequest(block);
  const value = jsonOf(block);
  if (value === undefined) return { digest: shortDigest(trimLines(block)), text: trimLines(block) };
  return { digest: valueDigest(value), json: valueDigest(value), text: canonicalJson(value) };
}

/** Method, path, header fields by name, body: a dropped or changed header field is a changed statement too. */
function digestsOfRequest(block: string): CodeDigests {
  const end = block.search(/\n[ \t]*\n/);
  const head = trimLines(end === -1 ? block : block.slice(0, end));
  const body = end === -1 ? '' : block.slice(end).trim();
  const [requestLine = '', ...fields] = head.split('\n');
  const value = jsonOf(body);
  const text = [
    requestLine,
    ...fields.map((field) => field.replace(/^[^:]+/, (name) => name.toLowerCase())).sort(),
    value === undefined ? trimLines(body) : canonicalJson(value),
  ].join('\n');
  return { digest: shortDigest(text), text, ...(value === undefined ? {} : { json: valueDigest(value) }) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
