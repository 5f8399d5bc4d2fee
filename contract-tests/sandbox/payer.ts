/** A customer of a shop who is about to save a card, behind a port. */
import { createSandbox } from '../../src/sandbox.ts';
import { CLIENTS, ONE } from './judged.ts';
import { listen } from './listen.ts';

export const START = Date.UTC(2026, 0, 15, 12);
export const RETURN = 'http://shop.test/back?a=1&b="2"';

export interface Payer {
  /** Origin of the sandbox. */
  readonly url: string;
  /** Moves the sandbox's clock. */
  wait(ms: number): void;
  /** Starts a session; resolves to the address of its page. */
  startSession(): Promise<string>;
  savedNames(): Promise<readonly string[]>;
  leave(): Promise<void>;
}

export async function payer(): Promise<Payer> {
  let now = START;
  const sandbox = createSandbox({ clients: CLIENTS, now: () => now });
  const server = await listen((request) => sandbox.fetch(request));
  const customerId = sandbox.seed({ customers: [{ referenceId: 'payer' }] })[0]?.customer.id ?? '';
  return {
    url: server.url,
    wait(ms) {
      now += ms;
    },
    async startSession() {
      const response = await fetch(`${server.url}/v1/sessions`, {
        method: 'POST',
        headers: { authorization: ONE, 'content-type': 'application/json' },
        body: JSON.stringify({
          merchantId: 1,
          referenceId: 's',
          type: 'tokenization',
          customerId,
          settings: { redirects: { defaultUrl: RETURN } },
        }),
      });
      const { actions } = await response.json();
      return actions[0].href;
    },
    async savedNames() {
      const url = `${server.url}/v1/customers/${customerId}/payment-instruments`;
      const response = await fetch(url, { headers: { authorization: ONE } });
      const list: readonly { readonly name: string }[] = await response.json();
      return list.map(({ name }) => name);
    },
    leave: () => server.stop(),
  };
}
