/** A server that answers each step with the example it is told to, and writes down what it was sent. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Step } from './plan.ts';

export interface Received {
  readonly method: string;
  /** Path without the prefix of the step. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

export interface Replay {
  /** Base URL of all steps; a step's own is this with `/` and its index. */
  readonly url: string;
  /** Requests by the index of their step. */
  readonly received: ReadonlyMap<number, readonly Received[]>;
  stop(): Promise<void>;
}

export async function startReplay(steps: readonly Step[]): Promise<Replay> {
  const received = new Map<number, Received[]>();
  const server = createServer(async (request, response) => {
    const [, index = '', path = ''] = /^\/(\d+)(\/.*)$/.exec(request.url ?? '') ?? [];
    const body = await textOf(request);
    const step = index === '' ? undefined : steps[Number(index)];
    if (step === undefined) {
      response.writeHead(421).end();
      return;
    }
    const { authorization, 'content-type': contentType } = request.headers;
    const seen = { method: request.method ?? '', path, authorization, contentType, body };
    received.set(step.index, [...(received.get(step.index) ?? []), seen]);
    const text = step.answer.body === undefined ? '' : JSON.stringify(step.answer.body);
    const headers = text === '' ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
    const challenge = step.answer.status === 401 ? { 'WWW-Authenticate': 'Basic realm="plexo"' } : {};
    response.writeHead(step.answer.status, { ...headers, ...challenge }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
