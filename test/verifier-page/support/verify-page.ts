import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Instant } from '@liuhen/kernel';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export const VERIFIER = join(__dirname, '../../../dist/verifier');
const ADDRESS = pathToFileURL(join(VERIFIER, 'verify.html')).href;

/** Of whoever looks at the page. */
const PATIENCE_MS = 10_000;

export interface VerifyPage {
  readonly page: Page;
  /** @param label of the place for the file */
  readonly choose: (label: '证据包' | '策略文件' | '自存的检查点', path: string) => Promise<void>;
  /** Waits until the page says so in its large letters and its small ones. */
  readonly concludes: (sentence: string) => Promise<void>;
  /** What the browser complained of. */
  readonly complaints: readonly string[];
  /** What the page asked for, beside itself. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** `verify.html` opened from a disk, without a network unless said otherwise, while the clock stands still. */
export async function openVerifyPage(
  browser: Browser,
  now: Instant,
  options: BrowserContextOptions = {},
): Promise<VerifyPage> {
  const context = await browser.newContext({ offline: true, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const [complaints, asked]: [string[], string[]] = [[], []];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    if (request.url() !== ADDRESS) asked.push(request.url());
  });
  await page.clock.setFixedTime(now);
  await page.goto(ADDRESS);
  return {
    ...{ page, complaints, asked },
    choose: (label, path) => page.getByLabel(label).setInputFiles(path),
    concludes: (sentence) => page.getByRole('status').filter({ hasText: sentence }).waitFor(),
    close: () => context.close(),
  };
}
