/** The API reference as a reader has it before them: on a desk and on a phone, light and dark, by keyboard, on paper. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accessibilityFaults, DESKTOP, describeInBrowser, overflow, PHONE } from './browser.ts';

const REFERENCE = new URL('../../generated/docs/reference.html', import.meta.url).href;

const DEVICES = { desktop: DESKTOP, phone: PHONE } as const;
const SCHEMES = ['light', 'dark'] as const;
const LOOKS = (['desktop', 'phone'] as const).flatMap((device) =>
  SCHEMES.map((scheme) => ({ device, scheme })),
);

describeInBrowser('the API reference in Chromium', (open) => {
  it.each(LOOKS)(
    'is quiet, self-contained, no wider than the window and accessible: $device, $scheme',
    async ({ device, scheme }) => {
      const { page, complaints, outside, close } = await open(REFERENCE, {
        size: DEVICES[device],
        colorScheme: scheme,
      });
      // What is closed would hide its faults from axe, and its width.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect.soft(await overflow(page)).toBe(0);
      expect.soft(await accessibilityFaults(page)).toEqual([]);
      expect.soft(complaints).toEqual([]);
      expect.soft(outside).toEqual([]);
      await close();
    },
  );

  it('needs no script: with scripts switched off it shows the same', async () => {
    const { page, close } = await open(REFERENCE, { javaScriptEnabled: false });
    await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toBeTruthy();
    expect(await page.getByRole('navigation').getByRole('link', { name: 'createPayment' }).isVisible()).toBe(
      true,
    );
    await close();
  });

  it('brings every link of the contents to its heading, and every badge to its source or question', async () => {
    const { page, close } = await open(REFERENCE);
    const hrefs = await page
      .locator('nav a, a.mark')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
    expect(hrefs.length).toBeGreaterThan(80);
    expect(hrefs.filter((href) => !href.startsWith('#'))).toEqual([]);
    for (const href of hrefs) {
      await page.goto(`${REFERENCE}${href}`);
      const top = await page.evaluate(() => document.querySelector(':target')?.getBoundingClientRect().top);
      expect(top, href).toBeGreaterThanOrEqual(0);
      expect(top, href).toBeLessThan(DESKTOP[1]);
    }
    await close();
  });

  it('marks every element with its source, in words that can be read', async () => {
    const { page, close } = await open(REFERENCE);
    const marks = page.locator('main .mark');
    expect(await marks.count()).toBeGreaterThan(200);
    expect(
      new Set(await marks.evaluateAll((all) => all.map((mark) => mark.firstChild?.textContent?.trim()))),
    ).toEqual(new Set(['guide', 'documented', 'observed', 'RFC', 'assumption']));
    const sizes = await marks.evaluateAll((all) =>
      all.map((mark) => Number.parseFloat(getComputedStyle(mark).fontSize)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    await close();
  });

  it('is used by keyboard: the skip link first, then every stop with a visible focus', async () => {
    const { page, close } = await open(REFERENCE);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ text: 'Skip to the content', visible: true });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.reload();
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab');
      const { text, visible, outline } = await focused(page);
      expect(visible && outline >= 2, `stop ${stop}: ${text}`).toBe(true);
    }
    await close();
  });

  it('opens an example by keyboard', async () => {
    const { page, close } = await open(REFERENCE);
    const example = page.locator('#createCustomer details').first();
    await example.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await example.locator('pre').isVisible()).toBe(true);
    await close();
  });

  it('keeps its contents closed on a phone, and opens them from anywhere', async () => {
    const { page, close } = await open(`${REFERENCE}#PaymentCreate`, { size: PHONE });
    const entry = page.locator('#entries a').first();
    expect(await entry.isVisible()).toBe(false);
    await page.locator('nav a.again').click();
    await entry.waitFor({ state: 'visible' });
    await page.locator('#entries a[href="#createPayment"]').click();
    const top = await page
      .locator('#createPayment')
      .evaluate((element) => element.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(100);
    await close();
  });

  it('gives a finger room: no control of the phone is lower than 24 pixels', async () => {
    const { page, close } = await open(REFERENCE, { size: PHONE });
    await page.locator('nav summary').click();
    const low = await page
      .locator('nav a:visible, summary')
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().height < 24).map((each) => each.textContent),
      );
    expect(low).toEqual([]);
    await close();
  });

  it('prints whole: light, without contents, with every example open', async () => {
    const { page, close } = await open(REFERENCE, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    const examples = page.locator('main details pre');
    const heights = await examples.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().height),
    );
    expect(heights.length).toBeGreaterThan(20);
    expect(Math.min(...heights)).toBeGreaterThan(20);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
    await close();
  });
});

interface Focused {
  readonly text: string;
  readonly visible: boolean;
  /** Width of the outline in CSS pixels. */
  readonly outline: number;
}

/** The element that has the keyboard's focus, as it is seen. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { top, bottom, width } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      text: element.textContent?.trim() ?? '',
      visible: width > 1 && bottom > 0 && top < window.innerHeight,
      outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
    };
  });
}
