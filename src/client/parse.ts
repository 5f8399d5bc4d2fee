/** From a response to the value a caller gets, or the error that says why there is none. */
import { type OperationId, operations, type ResponseDescription } from '../../generated/operations.ts';
import { apiErrorFor, ResponseError } from './errors.ts';
import type { TransportResponse } from './transport.ts';

/**
 * The value of a success. Any 2xx counts, because the exact success codes are assumptions of the contract.
 *
 * @throws ApiError (a subclass by status) for everything that is not a success.
 * @throws ResponseError for a success without the documented body, of another media type, or with broken JSON.
 */
export function parse(operation: OperationId, { response, text, error }: TransportResponse): unknown {
  const { status } = response;
  if (!response.ok) throw apiErrorFor({ operation, status, body: error });

  const described = operations[operation];
  const responses: Readonly<Record<string, ResponseDescription>> = described.responses;
  const expectsBody = responses[described.success]?.mediaType !== undefined;
  if (!expectsBody) return undefined;

  const fail = (what: string, cause?: unknown): never => {
    throw new ResponseError(`${operation} was answered ${status}, but ${what}`, { operation, status, cause });
  };
  if (text === undefined) return fail('without the documented body');
  const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'none';
  if (mediaType !== 'application/json') return fail(`its media type is ${mediaType}, not application/json`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    return fail('its JSON is broken or cut off', cause);
  }
}
