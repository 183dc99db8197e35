import { openBrowser } from './browser';

describe('the browser of the tests', () => {
  const named = process.env.LIUHEN_CHROMIUM;

  afterEach(() => {
    if (named === undefined) delete process.env.LIUHEN_CHROMIUM;
    else process.env.LIUHEN_CHROMIUM = named;
  });

  it('is not done without: where there is none, it says how to get one', async () => {
    process.env.LIUHEN_CHROMIUM = '/nowhere/chromium';
    await expect(openBrowser()).rejects.toThrow(
      /^no browser at \/nowhere\/chromium: .*apt-get install chromium/,
    );
  });
});
