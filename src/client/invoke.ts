import type { CallRequest } from './call.ts';

/**
 * What a resource's method calls. What the promise comes to depends on the view, and each view's interfaces say it; `never`
 * lets one set of methods stand behind both.
 */
export type Invoke = (request: CallRequest) => Promise<never>;
