/** Headless Chromium for tests that look at a page: found where the machine has it, launched once per file, surely closed. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const INSTALL = 'apt-get install -y --no-install-recommends chromium';

/**
 * The Chromium to start: what `PLEXO_CHROMIUM` names, or Debian's.
 *
 * @returns nothing where there is none and the run may go on without it.
 * @throws Error where the variable names no file, and in CI, where nothing may be skipped.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['PLEXO_CHROMIUM'];
  const file = named ?? '/usr/bin/chromium';
  if (existsSync(file)) return file;
  if (named !== undefined) throw new Error(`PLEXO_CHROMIUM names ${named}, which does not exist`);
  const missing = `Chromium is missing: ${INSTALL}, or set PLEXO_CHROMIUM to its file`;
  if (env['CI'] !== undefined && env['CI'] !== 'false') throw new Error(missing);
  console.warn(`SKIPPED the browser tests. ${missing}`);
  return undefined;
}

/**
 * A `describe` whose tests share one browser; without Chromium they are skipped and the reason is printed.
 *
 * @param body gets a function that opens a page; it may be called inside tests and hooks only.
 */
export function describeInBrowser(title: string, body: (open: Open) => void): void {
  const executablePath = findChromium();
  describe.skipIf(executablePath === undefined)(title, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      if (executablePath === undefined) return;
      // The pages are this repository's own, and a container that runs as root has no sandbox to offer.
      browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ['--disable-gpu'] });
    });
    afterAll(async () => {
      await browser?.close();
    });
    body((url, options) => {
      if (browser === undefined) throw new Error('open a page inside a test or a hook');
      return openPage(browser, url, options);
    });
  });
}

export type Open = (url: string, options?: OpenOptions) => Promise<OpenedPage>;

export interface OpenOptions extends BrowserContextOptions {
  /** Width and height of the window in CSS pixels; 1280 by 800 when absent. */
  readonly size?: readonly [width: number, height: number];
}

export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, a refused policy and an uncaught exception among them. */
  readonly complaints: readonly string[];
  /** Addresses that the page asked for beside its own and those below its own folder or origin. */
  readonly outside: readonly string[];
  close(): Promise<void>;
}

/** Widths that the pages are designed for. */
export const DESKTOP = [1280, 800] as const;
export const PHONE = [390, 844] as const;

async function openPage(browser: Browser, url: string, options: OpenOptions = {}): Promise<OpenedPage> {
  const { size: [width, height] = DESKTOP, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height }, ...rest });
  const page = await context.newPage();
  const complaints: string[] = [];
  const outside: string[] = [];
  const home = url.startsWith('file:') ? new URL('.', url).href : `${new URL(url).origin}/`;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, complaints, outside, close: () => context.close() };
}

/** How many CSS pixels of the page lie beyond the right edge of the window: 0 where nobody has to scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on a page as it is shown now, a line per element: rule, place, what to do. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, so that the page's own policy against scripts stays in force.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // The line above defined it; the page's types know nothing of it.
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
    );
  });
}
