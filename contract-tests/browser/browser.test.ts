import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { accessibilityFaults, describeInBrowser, findChromium, overflow } from './browser.ts';

const HERE = fileURLToPath(import.meta.url);

it('takes the browser that PLEXO_CHROMIUM names', () => {
  expect(findChromium({ PLEXO_CHROMIUM: HERE })).toBe(HERE);
});

it('says so when PLEXO_CHROMIUM names nothing, instead of taking another or skipping', () => {
  expect(() => findChromium({ PLEXO_CHROMIUM: '/no/such/browser' })).toThrow(
    'PLEXO_CHROMIUM names /no/such/browser, which does not exist',
  );
});

/** A page with every fault that the others must be free of. */
const FAULTY = `data:text/html,${encodeURIComponent(`<!doctype html><title>x</title>
<div style="width:3000px">wide</div><img src="http://127.0.0.1:9/picture.png">
<script>console.error('loud'); setTimeout(() => { throw new Error('thrown') })</script>`)}`;

describeInBrowser('what the browser tests look for', (open) => {
  it('is found on a page that has it', async () => {
    const { page, complaints, outside, close } = await open(FAULTY);
    await expect.poll(() => complaints).toEqual(expect.arrayContaining(['loud', 'thrown']));
    expect(outside).toEqual(['http://127.0.0.1:9/picture.png']);
    expect(await overflow(page)).toBeGreaterThan(1000);
    const faults = (await accessibilityFaults(page)).join('\n');
    expect(faults).toContain('image-alt at img');
    expect(faults).toContain('html-has-lang at html');
    await close();
  });
});
