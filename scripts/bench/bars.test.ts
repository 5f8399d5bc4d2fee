import { describe, expect, it } from 'vitest';
import { memoryVerdict, speedVerdicts, table } from './bars.ts';
import { BARE, FULL_SDKS, OURS, OURS_STRICT } from './contenders.ts';

const timing = (name: string, p10: number) => ({ name, p10, median: p10 * 2 });
const [STRIPE] = FULL_SDKS;

function failing(plain: number, strict: number, stripe: number): readonly string[] {
  const timings = [
    timing(BARE, 100),
    timing(OURS, plain),
    timing(OURS_STRICT, strict),
    timing(STRIPE, stripe),
  ];
  return speedVerdicts(timings).flatMap(({ bar, ok }) => (ok ? [] : [bar]));
}

describe('the bars', () => {
  it('let figures pass up to the limits', () => {
    expect(failing(135, 145, 146)).toEqual([]);
  });

  it('name the client that is too slow', () => {
    expect(failing(136, 100, 200)).toEqual(['plexo-customers: 1.36 times a bare fetch, at most 1.35']);
    expect(failing(100, 146, 200)).toEqual([
      'plexo-customers, strict validation: 1.46 times a bare fetch, at most 1.45',
    ]);
  });

  it('demand to be ahead of a full SDK with everything on', () => {
    expect(failing(100, 140, 140)).toEqual([
      'plexo-customers, strict validation: 140 µs, stripe (fetch client): 140 µs',
    ]);
  });

  it('see a heap that grows, and none in one that shrinks', () => {
    expect(memoryVerdict([10, 12, 11].map((mb) => mb * 1024 * 1024))).toMatchObject({ ok: true });
    expect(memoryVerdict([10, 11, 12].map((mb) => mb * 1024 * 1024))).toMatchObject({ ok: false });
    expect(memoryVerdict([12, 8])).toMatchObject({ ok: true });
  });
});

it('the table has a line for each client, with its ratios to the bare fetch', () => {
  const lines = table([timing(BARE, 100), timing(OURS, 130)]).split('\n');
  expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['median µs', 'p10 µs', 'median ratio', 'p10 ratio'],
    [BARE, '200.0', '100.0', '1.00', '1.00'],
    [OURS, '260.0', '130.0', '1.30', '1.30'],
  ]);
});
