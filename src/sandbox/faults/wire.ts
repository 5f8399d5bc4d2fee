/** Faults of the wire: the right answer, broken on its way. They show on the reads of customers. */
import type { Fault } from '../fault.ts';

const DELAY_MS = 60_000;

type Bytes = (body: Uint8Array) => Uint8Array;

function wireFault(
  id: string,
  title: string,
  caughtBy: string,
  wire: (response: Response) => Response | Promise<Response>,
): Fault {
  return {
    id,
    kind: 'transport',
    title,
    operation: 'retrieveCustomer',
    caughtBy,
    wire: (response, asked) =>
      asked.operation === 'retrieveCustomer' && response.status === 200 ? wire(response) : response,
  };
}

function bytesFault(id: string, title: string, caughtBy: string, change: Bytes): Fault {
  return wireFault(id, title, caughtBy, async (response) => {
    const body = change(new Uint8Array(await response.arrayBuffer()));
    // Copied, because the type of a body wants a buffer of its own.
    return new Response(Uint8Array.from(body), response);
  });
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function edited(change: (text: string) => string): Bytes {
  return (body) => encode(change(decode(body)));
}

/** Sends half of the body, then does what it is told. */
function half(
  body: Uint8Array,
  after: (controller: ReadableStreamDefaultController<Uint8Array>) => void,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(body.slice(0, body.length >> 1));
      after(controller);
    },
  });
}

export const wireFaults: readonly Fault[] = [
  wireFault('delay', 'the answer comes after a minute', 'answers-in-time', async (response) => {
    await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
    return response;
  }),
  wireFault('hang', 'no answer ever comes', 'answers-in-time', () => new Promise(() => {})),
  wireFault('stall', 'the body stops in the middle and never ends', 'answers-in-time', async (response) => {
    const body = new Uint8Array(await response.arrayBuffer());
    return new Response(
      half(body, () => {}),
      response,
    );
  }),
  wireFault(
    'reset',
    'the connection is lost in the middle of the body',
    'answers-whole',
    async (response) => {
      const body = new Uint8Array(await response.arrayBuffer());
      return new Response(
        half(body, (controller) => controller.error(new Error('connection reset'))),
        response,
      );
    },
  ),
  bytesFault('truncated', 'the body ends in the middle', 'json-well-formed', (body) =>
    body.slice(0, body.length >> 1),
  ),
  bytesFault(
    'malformed',
    'the JSON has a comma too much',
    'json-well-formed',
    edited((text) => text.replace(/\}$/, ',}')),
  ),
  bytesFault(
    'single-quotes',
    'the JSON has single quotes',
    'json-well-formed',
    edited((text) => text.replaceAll('"', "'")),
  ),
  bytesFault(
    'trailing-text',
    'something follows the JSON',
    'json-well-formed',
    edited((text) => `${text}\n<!-- end -->`),
  ),
  bytesFault(
    'two-documents',
    'the JSON comes twice',
    'json-well-formed',
    edited((text) => `${text}${text}`),
  ),
  bytesFault(
    'duplicate-key',
    'the id stands in the object twice',
    'json-duplicate-keys',
    edited((text) => text.replace('{', '{"id":"another",')),
  ),
  bytesFault(
    'byte-order-mark',
    'the JSON begins with a byte order mark',
    'json-well-formed',
    edited((text) => `\ufeff${text}`),
  ),
  bytesFault('not-utf8', 'the bytes are not UTF-8', 'json-well-formed', (body) => {
    const text = decode(body).replace(/\}$/, ',"note":"a?"}');
    const bytes = encode(text);
    bytes[bytes.lastIndexOf(0x3f)] = 0xe9;
    return bytes;
  }),
  bytesFault('utf16', 'the bytes are UTF-16', 'json-well-formed', (body) => {
    const text = decode(body);
    return Uint8Array.from(
      [...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]),
    );
  }),
];
