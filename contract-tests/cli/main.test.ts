import { describe, expect, it } from 'vitest';
import { invoke } from './invoke.ts';

describe('the program', () => {
  it('hands its arguments to the command line and ends with its exit code', () => {
    expect(invoke(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect(invoke(['nonsense'])).toMatchObject({ status: 2, stderr: expect.stringContaining('nonsense') });
  });
});
