import { describe, expect, it } from 'vitest';
import { curl } from './curl.ts';

describe('a curl line', () => {
  it('repeats the request with credentials from the environment and none of the sent ones', () => {
    const headers = new Headers({
      authorization: 'Basic c2VjcmV0',
      'content-type': 'application/json',
      prefer: 'code=404',
    });
    const line = curl({
      method: 'PUT',
      url: 'http://127.0.0.1:1/v1/customers/x',
      headers,
      body: `{"name":"O'Brien"}`,
    });
    expect(line).toBe(
      `curl -i -X PUT -u "$PLEXO_CLIENT_ID:$PLEXO_API_KEY" -H 'content-type: application/json' -H 'prefer: code=404' ` +
        `--data-raw '{"name":"O'\\''Brien"}' 'http://127.0.0.1:1/v1/customers/x'`,
    );
  });

  it('sends no credentials where the request had none', () => {
    const line = curl(
      { method: 'GET', url: 'http://127.0.0.1:1/v1/customers', headers: new Headers(), body: '' },
      false,
    );
    expect(line).toBe(`curl -i 'http://127.0.0.1:1/v1/customers'`);
  });
});
