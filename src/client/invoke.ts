/** What the methods of the resources ask for. */
import type { OperationId } from '../../generated/operations.ts';
import type { RequestOptions } from './options.ts';

export interface CallRequest {
  readonly operation: OperationId;
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly options?: RequestOptions | undefined;
}

/**
 * What a resource's method calls. What the promise comes to depends on the view, and each view's interfaces say it; `never`
 * lets one set of methods stand behind both.
 */
export type Invoke = (request: CallRequest) => Promise<never>;
