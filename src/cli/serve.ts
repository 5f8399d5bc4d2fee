/** A web-standard handler behind a port of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

export interface Served {
  readonly url: string;
  /** Ends the open connections and resolves when the port is free again. */
  stop(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 and nowhere else.
 *
 * @param port 0 for a free one.
 * @throws Error that names the port where it cannot be had.
 */
export async function serve(handler: (request: Request) => Promise<Response>, port: number): Promise<Served> {
  const server = createServer(getRequestListener(handler, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`port ${port} cannot be used: ${cause.message}`, { cause })),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  // A server that listens on a host and a port has an address of that kind.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
