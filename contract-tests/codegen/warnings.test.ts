import { describe, expect, it } from 'vitest';
import { warningsIn } from './warnings.ts';

describe('the warnings of a generator', () => {
  it('are unexpected unless one is accepted with a reason', () => {
    const printed = 'INFO done\n\u001b[33m[main] WARN schema "Customer" is odd\u001b[0m\nWARN header Www\n';
    const accepted = [{ pattern: /header Www/, why: 'Go writes it so' }];
    expect(warningsIn(printed, accepted)).toEqual({
      unexpected: ['[main] WARN schema "Customer" is odd'],
      reasons: ['Go writes it so'],
    });
  });

  it.each([
    'schema "ApiError" is a name a generated client already declares',
    'Ignored: multipleOf of Amount',
    'oneOf is not supported',
    'Skipping endpoint createCustomer',
    '✗ something',
    'type cannot be used as a field name. Renamed to r#type',
  ])('are seen in "%s"', (line) => {
    expect(warningsIn(line).unexpected).toEqual([line]);
  });

  it('are not seen where a package manager brings a module that is called errors', () => {
    expect(warningsIn('go: downloading example.com/errors v1').unexpected).toEqual([]);
  });
});
