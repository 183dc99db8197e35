import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Debian puts it. */
const USUAL_PLACE = '/usr/bin/chromium';

/** The pages of the tests are local, and of what a browser does on its own little is left. */
const ARGUMENTS = ['--disable-gpu', '--disable-quic'];

/**
 * The one real browser that pages are tested in, with a profile of its own that goes with it. What only a browser can
 * show is never skipped. @throws Error if there is none where LIUHEN_CHROMIUM says, or at its usual place
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.LIUHEN_CHROMIUM ?? USUAL_PLACE;
  if (!existsSync(executablePath))
    throw new Error(
      `no browser at ${executablePath}: get one by apt-get install chromium fonts-wqy-microhei, ` +
        'or name a Chromium in LIUHEN_CHROMIUM',
    );
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
