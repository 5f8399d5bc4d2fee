/** The completion page of the sandbox as a payer has it before them: with and without scripts, by keyboard, in the dark. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Payer, payer, RETURN } from '../sandbox/payer.ts';
import { accessibilityFaults, describeInBrowser, type OpenOptions, overflow } from './browser.ts';

const NARROW = [320, 640] as const;

describeInBrowser('the completion page in Chromium', (open) => {
  let shop: Payer;

  beforeEach(async () => {
    shop = await payer();
  });
  afterEach(() => shop.leave());

  async function onPage(options: OpenOptions, use: (page: Page) => Promise<void>): Promise<void> {
    const { page, complaints, outside, close } = await open(await shop.startSession(), options);
    try {
      await use(page);
      expect(outside).toEqual([]);
      // A session that is over is a 410, which browsers report.
      expect(complaints.filter((text) => !/status of 410|favicon/.test(text))).toEqual([]);
    } finally {
      await close();
    }
  }

  it.each([true, false])(
    'a payer saves a card by label and button (scripts: %s)',
    async (javaScriptEnabled) => {
      await onPage({ javaScriptEnabled }, async (page) => {
        await page.getByLabel(/MASTERCARD debit/).check();
        await page.getByRole('button', { name: 'Save this card' }).click();
        await page.getByRole('heading', { name: 'The card is saved' }).waitFor();
        expect(await page.getByRole('link', { name: 'Back to the shop' }).getAttribute('href')).toBe(RETURN);
        expect(await shop.savedNames()).toHaveLength(1);
        await page.goto(page.url());
        await page.getByRole('heading', { name: 'This session is over' }).waitFor();
      });
    },
  );

  it('works with the keyboard alone', async () => {
    await onPage({}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'The card is saved' }).waitFor();
      expect(await shop.savedNames()).toHaveLength(1);
    });
  });

  it.each(['light', 'dark'] as const)(
    'is accessible and fits a narrow screen in %s colours',
    async (colorScheme) => {
      await onPage({ colorScheme, size: NARROW }, async (page) => {
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      });
    },
  );
});
