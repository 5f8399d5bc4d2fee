/** The completion page as a form that a program fills in; contract-tests/browser/ has it before a payer's eyes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numberOf, TEST_CARDS } from '../../src/sandbox/cards.ts';
import { type Payer, payer } from './payer.ts';

let shop: Payer;

beforeEach(async () => {
  shop = await payer();
});
afterEach(() => shop.leave());

const send = (href: string, card: string): Promise<Response> =>
  fetch(href, { method: 'POST', body: new URLSearchParams({ card }) });

describe('the completion page', () => {
  it('is whole in itself, keeps out of caches and loads nothing', async () => {
    const response = await fetch(await shop.startSession());
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\//);
    for (const card of TEST_CARDS) expect(html).not.toContain(numberOf(card));
  });

  it('saves the chosen card once', async () => {
    const href = await shop.startSession();
    expect((await send(href, 'visa-credit')).status).toBe(200);
    expect((await send(href, 'visa-credit')).status).toBe(410);
    expect(await shop.savedNames()).toHaveLength(1);
  });

  it('refuses a card that is none, and leaves the session open', async () => {
    const href = await shop.startSession();
    for (const card of ['', 'none', '<script>']) expect((await send(href, card)).status).toBe(400);
    expect(await shop.savedNames()).toEqual([]);
    expect((await send(href, 'visa-declined')).status).toBe(200);
  });

  it('is over after half an hour, and where there never was one', async () => {
    const href = await shop.startSession();
    shop.wait(30 * 60 * 1_000 - 1);
    expect((await fetch(href)).status).toBe(200);
    shop.wait(1);
    expect((await fetch(href)).status).toBe(410);
    expect((await send(href, 'visa-credit')).status).toBe(410);
    expect((await fetch(`${href}0`)).status).toBe(410);
  });
});
