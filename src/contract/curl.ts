/** A request as a curl line that a person can paste; credentials come from the environment, never from the request. */
import type { SentRequest } from './exchange.ts';

/** Headers that say nothing about the request, or that must not be printed. */
const LEFT_OUT = new Set([
  'authorization',
  'accept',
  'accept-language',
  'sec-fetch-mode',
  'user-agent',
  'accept-encoding',
]);

/** @param credentials false where the request was sent without any, or with a scheme that is part of the test. */
export function curl(request: SentRequest, credentials = true): string {
  const headers = [...request.headers].filter(([name]) => !LEFT_OUT.has(name));
  return [
    'curl -i',
    ...(request.method === 'GET' ? [] : [`-X ${request.method}`]),
    ...(credentials ? ['-u "$PLEXO_CLIENT_ID:$PLEXO_API_KEY"'] : []),
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(request.body === '' ? [] : [`--data-raw ${quoted(request.body)}`]),
    quoted(request.url),
  ].join(' ');
}

/** Single quotes keep everything but themselves from the shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
