/** What the server can do with a request: answer it, answer it badly, or not at all. */
import type { Socket } from 'node:net';
import type { ReceivedRequest, Step } from './server.ts';

type Headers = Readonly<Record<string, string>>;
type Content = string | Uint8Array;

export interface RawResponse {
  readonly status?: number;
  /** Stand beside `content-type: application/json` and the right `content-length`, or in their place. */
  readonly headers?: Headers;
  readonly body?: Content;
  /** What follows the last byte; `keep` leaves the connection to the next request. */
  readonly ending?: 'keep' | 'end' | 'reset' | 'stall';
}

/** A response written byte for byte as it is told here, right or wrong. */
export function respond(response: RawResponse): Step {
  return { when: 'request', play: (socket) => write(socket, response) };
}

/** A correct response with a JSON body, or without one. */
export function answer(status: number, value?: unknown, headers: Headers = {}): Step {
  return respond({ status, headers, ...(value === undefined ? {} : { body: JSON.stringify(value) }) });
}

/** A response made from the request. */
export function answerTo(responseTo: (request: ReceivedRequest) => RawResponse): Step {
  return { when: 'request', play: (socket, request) => write(socket, responseTo(request)) };
}

/** The response of a refusal that does not wait for the request's body, and never reads it. */
export function refuseEarly(response: RawResponse): Step {
  return {
    when: 'head',
    play(socket) {
      if (response.ending !== 'keep') socket.pause();
      return write(socket, response);
    },
  };
}

/** The connection is reset without a word. */
export const reset: Step = {
  when: 'request',
  play(socket) {
    socket.resetAndDestroy();
    return 'open';
  },
};

/** These words, whatever they are, and the end of the connection. */
export function closeAfter(words: string): Step {
  return {
    when: 'request',
    play(socket) {
      socket.end(words);
      return 'open';
    },
  };
}

/** Nothing happens, for ever. */
export const silence: Step = { when: 'request', play: () => 'open' };

/** A right response whose bytes come one part at a time. */
export function drip(everyMs: number, parts: number, response: RawResponse): Step {
  return {
    when: 'request',
    play(socket) {
      const bytes = Buffer.concat([headBytes(response), bytesOf(response.body ?? '')]);
      const size = Math.ceil(bytes.length / parts);
      let sent = 0;
      const timer = setInterval(() => {
        socket.write(bytes.subarray(sent, sent + size));
        sent += size;
        if (sent < bytes.length) return;
        clearInterval(timer);
        socket.end();
      }, everyMs);
      socket.once('close', () => clearInterval(timer));
      return 'open';
    },
  };
}

/** The head at once and the body after a time. */
export function lateBody(afterMs: number, response: RawResponse): Step {
  return {
    when: 'request',
    play(socket) {
      socket.write(headBytes(response));
      later(socket, afterMs, () => socket.end(response.body ?? ''));
      return 'open';
    },
  };
}

/** Bytes that go on until the client has had enough; stops with the connection. */
export function endless(headers: Headers, chunk: Content): Step {
  return {
    when: 'request',
    play(socket) {
      socket.write(headBytes({ headers }));
      const pour = (): void => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', pour);
      pour();
      return 'open';
    },
  };
}

/** A chunk of `Transfer-Encoding: chunked`. */
export function chunk(content: Content): Uint8Array {
  const bytes = bytesOf(content);
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
}

export const CHUNKED: Headers = { 'transfer-encoding': 'chunked' };
export const LAST_CHUNK = '0\r\n\r\n';

/** An interim response before the step's own. */
export function afterEarlyHints(step: Step): Step {
  return {
    when: step.when,
    play(socket, request) {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n');
      return step.play(socket, request);
    },
  };
}

/** Long enough for the bytes before a reset to be read; a reset may overtake them otherwise. */
const AFTER_DELIVERY_MS = 5;

function write(socket: Socket, response: RawResponse): 'complete' | 'open' {
  socket.write(Buffer.concat([headBytes(response), bytesOf(response.body ?? '')]));
  const { ending = 'keep' } = response;
  if (ending === 'end') socket.end();
  if (ending === 'reset') later(socket, AFTER_DELIVERY_MS, () => socket.resetAndDestroy());
  return ending === 'keep' ? 'complete' : 'open';
}

function later(socket: Socket, ms: number, act: () => void): void {
  const timer = setTimeout(act, ms);
  socket.once('close', () => clearTimeout(timer));
}

function headBytes({ status = 200, headers = {}, body }: RawResponse): Buffer {
  const framed = 'content-length' in headers || 'transfer-encoding' in headers || status === 204;
  const all: Headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(framed ? {} : { 'content-length': String(bytesOf(body ?? '').length) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} Scripted\r\n${lines.join('')}\r\n`, 'latin1');
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
