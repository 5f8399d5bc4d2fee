import { describe, expect, it } from 'vitest';
import { dark, light, type Scheme } from './palette.ts';

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function pairsOf({ paper, panel, ink, muted, link, badges }: Scheme): readonly (readonly [string, string])[] {
  const plain = [ink, muted, link, ...Object.values(badges).map(([text]) => text)];
  return [
    ...plain.flatMap((text): [string, string][] => [
      [text, paper],
      [text, panel],
    ]),
    ...Object.values(badges),
  ];
}

describe('the palette', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ])(
    'keeps every text of the %s scheme readable on each ground that it stands on (4.5 to 1)',
    (_, scheme) => {
      for (const [text, ground] of pairsOf(scheme)) {
        expect.soft(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('is measured with the formula of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});
