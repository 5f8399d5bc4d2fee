/** A server on this machine that speaks bytes: a test scripts what happens to each request, and reads what arrived. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** As far as it had arrived when the step was played. */
  readonly body: string;
  /** Counts from 1, in the order in which connections were accepted. */
  readonly connection: number;
  /** Milliseconds on a clock that only goes forward. */
  readonly at: number;
}

/** What the server does with one request. */
export interface Step {
  /** `head`: as soon as the request's headers are here; `request`: when its body is here, too. */
  readonly when: 'head' | 'request';
  /** `complete` when the whole response is out and the connection may carry another request. */
  play(socket: Socket, request: ReceivedRequest): 'complete' | 'open';
}

export interface TestServer {
  readonly url: string;
  /** Connections that were accepted since the start. */
  readonly connections: number;
  /** Connections that are open now. */
  readonly open: number;
  readonly requests: readonly ReceivedRequest[];
  /** Resolves as soon as no connection has a request in hand: each is idle or closed. */
  settled(): Promise<void>;
  /** Closes every connection properly, as a server does with idle ones; resolves when they are closed. */
  hangUp(): Promise<void>;
  /** Ends every connection and frees the port. */
  stop(): Promise<void>;
}

/** @param steps one per request, in order of arrival; the last one is played for all that follow. */
export async function startServer(...steps: readonly Step[]): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Map<Socket, { busy: boolean }>();
  const waiting = new Set<() => void>();
  let connections = 0;

  const changed = (): void => {
    if ([...sockets.values()].some(({ busy }) => busy)) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };

  const play = (socket: Socket, state: { busy: boolean }, step: Step, request: ReceivedRequest): void => {
    requests.push(request);
    state.busy = step.play(socket, request) === 'open';
    changed();
  };

  const server = createServer((socket) => {
    connections += 1;
    const state = { busy: false };
    sockets.set(socket, state);
    const connection = connections;
    let received: Buffer[] = [];
    let size = 0;
    let played = false;
    socket.on('data', (chunk) => {
      state.busy = true;
      received.push(chunk);
      size += chunk.byteLength;
      const [first = chunk] = received;
      const headEnd = first.indexOf('\r\n\r\n');
      if (headEnd < 0) {
        received = [Buffer.concat(received)];
        return;
      }
      const head = headOf(first.subarray(0, headEnd).toString('latin1'));
      const whole = headEnd + 4 + Number(head.headers.get('content-length') ?? 0);
      const step = steps[Math.min(requests.length, steps.length - 1)];
      if (!played && step !== undefined && (step.when === 'head' || size >= whole)) {
        const body = Buffer.concat(received)
          .subarray(headEnd + 4, whole)
          .toString();
        played = true;
        play(socket, state, step, { ...head, body, connection, at: performance.now() });
      }
      if (size >= whole) {
        received = [];
        size = 0;
        played = false;
      }
    });
    // A client that gives up resets the connection: that is what these tests are about.
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      changed();
    });
  });

  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    requests,
    settled: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
        changed();
      }),
    async hangUp() {
      const closed = [...sockets.keys()].map((socket) => once(socket, 'close'));
      for (const socket of sockets.keys()) socket.end();
      await Promise.all(closed);
    },
    async stop() {
      for (const socket of sockets.keys()) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}

/** The address of a port at which nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}

function headOf(text: string): Pick<ReceivedRequest, 'method' | 'path' | 'headers'> {
  const [start = '', ...lines] = text.split('\r\n');
  const [method = '', path = ''] = start.split(' ');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { method, path, headers };
}
