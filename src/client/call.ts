/** One logical call: what stands between a resource method and the transport. */
import { parse } from './parse.ts';
import type { Send, TransportRequest } from './transport.ts';

/** Performs an operation and resolves to the parsed body of its success. */
export type Call = <Value>(request: TransportRequest) => Promise<Value>;

/** Everything that belongs to a call as a whole, rather than to one request, is wrapped around `send` here. */
export function createCall(send: Send): Call {
  return async <Value>(request: TransportRequest): Promise<Value> => {
    const response = await send(request);
    // The contract's types describe the parsed body; the contract suite proves that they agree.
    return parse(request.operation, response) as Value;
  };
}
