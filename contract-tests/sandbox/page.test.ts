/** The completion page: as a form that a program fills in, and in a real browser with and without scripts. */
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { numberOf, TEST_CARDS } from '../../src/sandbox/cards.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox.ts';
import { findChromium } from './browser.ts';
import { CLIENTS, ONE } from './judged.ts';
import { type Listening, listen } from './listen.ts';

const START = Date.UTC(2026, 0, 15, 12);
const RETURN = 'http://shop.test/back?a=1&b="2"';

let now: number;
let sandbox: Sandbox;
let server: Listening;
let customerId: string;

beforeEach(async () => {
  now = START;
  sandbox = createSandbox({ clients: CLIENTS, now: () => now });
  server = await listen((request) => sandbox.fetch(request));
  customerId = sandbox.seed({ customers: [{ referenceId: 'payer' }] })[0]?.customer.id ?? '';
});
afterEach(() => server.stop());

async function startSession(): Promise<string> {
  const response = await fetch(`${server.url}/v1/sessions`, {
    method: 'POST',
    headers: { authorization: ONE, 'content-type': 'application/json' },
    body: JSON.stringify({
      merchantId: 1,
      referenceId: 's',
      type: 'tokenization',
      customerId,
      settings: { redirects: { defaultUrl: RETURN } },
    }),
  });
  const { actions } = await response.json();
  return actions[0].href;
}

async function savedNames(): Promise<readonly string[]> {
  const url = `${server.url}/v1/customers/${customerId}/payment-instruments`;
  const list: readonly { readonly name: string }[] = await (
    await fetch(url, { headers: { authorization: ONE } })
  ).json();
  return list.map(({ name }) => name);
}

const send = (href: string, card: string): Promise<Response> =>
  fetch(href, { method: 'POST', body: new URLSearchParams({ card }) });

describe('the completion page', () => {
  it('is whole in itself, keeps out of caches and loads nothing', async () => {
    const response = await fetch(await startSession());
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\//);
    for (const card of TEST_CARDS) expect(html).not.toContain(numberOf(card));
  });

  it('saves the chosen card once', async () => {
    const href = await startSession();
    expect((await send(href, 'visa-credit')).status).toBe(200);
    expect((await send(href, 'visa-credit')).status).toBe(410);
    expect(await savedNames()).toHaveLength(1);
  });

  it('refuses a card that is none, and leaves the session open', async () => {
    const href = await startSession();
    for (const card of ['', 'none', '<script>']) expect((await send(href, card)).status).toBe(400);
    expect(await savedNames()).toEqual([]);
    expect((await send(href, 'visa-declined')).status).toBe(200);
  });

  it('is over after half an hour, and where there never was one', async () => {
    const href = await startSession();
    now += 30 * 60 * 1_000 - 1;
    expect((await fetch(href)).status).toBe(200);
    now += 1;
    expect((await fetch(href)).status).toBe(410);
    expect((await send(href, 'visa-credit')).status).toBe(410);
    expect((await fetch(`${href}0`)).status).toBe(410);
  });
});

const executablePath = findChromium();
if (executablePath === undefined) {
  const missing = 'no Chromium was found: apt-get install chromium, or name one in PLEXO_CHROMIUM';
  if (process.env['CI'] !== undefined) throw new Error(missing);
  console.warn(`\nSKIPPED: the completion page in a browser; ${missing}\n`);
}

describe.skipIf(executablePath === undefined)('in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
  });
  afterAll(() => browser?.close());

  async function onPage(href: string, javaScriptEnabled: boolean, use: (page: Page) => Promise<void>) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      // A session that is over is a 410, which browsers report.
      if (message.type() === 'error' && !/status of 410|favicon/.test(message.text()))
        complaints.push(message.text());
    });
    try {
      await page.goto(href);
      await use(page);
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  it.each([true, false])('a payer saves a card by label and button (scripts: %s)', async (scripts) => {
    await onPage(await startSession(), scripts, async (page) => {
      await page.getByLabel(/MASTERCARD debit/).check();
      await page.getByRole('button', { name: 'Save this card' }).click();
      await page.getByRole('heading', { name: 'The card is saved' }).waitFor();
      expect(await page.getByRole('link', { name: 'Back to the shop' }).getAttribute('href')).toBe(RETURN);
      expect(await savedNames()).toHaveLength(1);
      await page.goto(page.url());
      await page.getByRole('heading', { name: 'This session is over' }).waitFor();
    });
  });

  it('works with the keyboard alone', async () => {
    await onPage(await startSession(), true, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'The card is saved' }).waitFor();
      expect(await savedNames()).toHaveLength(1);
    });
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing to object to in %s colours, on a narrow screen',
    async (colorScheme) => {
      // The page forbids scripts; the one that examines it is put in past that rule.
      const context = await browser.newContext({
        bypassCSP: true,
        colorScheme,
        viewport: { width: 320, height: 640 },
      });
      const page = await context.newPage();
      try {
        await page.goto(await startSession());
        await page.evaluate(axe.source);
        const violations: unknown = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.length]))',
        );
        expect(violations).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      } finally {
        await context.close();
      }
    },
  );
});
