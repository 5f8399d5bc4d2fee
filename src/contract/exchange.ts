/** One request with its response, as bytes and text that can be judged after the streams are gone. */
import type { OperationId } from '../../generated/operations.ts';

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** The body as text; empty when there was none. */
  readonly body: string;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** What the body says as JSON, from a caller who has parsed it already; absent otherwise. */
  readonly json?: { readonly value: unknown } | undefined;
}

/** What came back from an operation: all that the judge needs. */
export interface Answer {
  readonly operation: OperationId;
  readonly response: ReceivedResponse;
}

export interface Exchange extends Answer {
  readonly request: SentRequest;
}

/** Copies a request before it is sent; the original can still be sent. */
export async function captureRequest(request: Request): Promise<SentRequest> {
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: await request.clone().text(),
  };
}

/** Copies a response after it arrived; the original can still be read. */
export async function captureResponse(response: Response): Promise<ReceivedResponse> {
  const body = new Uint8Array(await response.clone().arrayBuffer());
  return { status: response.status, headers: response.headers, body };
}
