/** The API reference as a reader has it before them: desktop and phone, light and dark, keyboard, paper. */
import { expect, it } from 'vitest';
import { accessibilityFaults, DESKTOP, describeInBrowser, overflow, PHONE } from './browser.ts';

const REFERENCE = new URL('../../generated/docs/reference.html', import.meta.url).href;

describeInBrowser('the API reference in Chromium', (open) => {
  for (const [device, size] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is quiet, self-contained, as wide as the window and accessible: ${device}, ${colorScheme}`, async () => {
        const { page, complaints, outside, close } = await open(REFERENCE, { size, colorScheme });
        expect.soft(await overflow(page)).toBe(0);
        expect.soft(await accessibilityFaults(page)).toEqual([]);
        expect.soft(complaints).toEqual([]);
        expect.soft(outside).toEqual([]);
        await close();
      });
    }
  }
});
