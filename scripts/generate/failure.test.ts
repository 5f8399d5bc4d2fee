import { expect, it } from 'vitest';
import { describeFailure, GenerateFailure } from './failure.ts';

it('tells a repairable fault in its own words alone', () => {
  expect(describeFailure(new GenerateFailure('a.yaml:1:1: broken'), false)).toBe('a.yaml:1:1: broken');
});

it('marks everything else as a defect, on one line', () => {
  expect(describeFailure(new TypeError('x is not a function\nmore'), false)).toBe(
    'x is not a function (a defect of the generator; run with --verbose to see where)',
  );
});

it('shows the stack when asked to', () => {
  expect(describeFailure(new GenerateFailure('broken'), true)).toMatch(/broken\n +at /);
});
