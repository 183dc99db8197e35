import { codesOf, installationSecret, passwordOf } from '@liuhen/sign-in';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startApi, type RunningApi } from '../api/support/running-api';
import { openBrowser } from '../support/browser';
import { Client } from './support/client';

const ACR = 'urn:liuhen:acr:second-factor';
const MEETINGS = `/api/v1/cases/${encodeURIComponent('(2025)黔0102民初1号')}/meetings`;

describe('the sign-in page in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let secret: Buffer;
  let complaints: string[];

  beforeAll(async () => {
    api = await startApi({ worker: false });
    secret = await installationSecret(api.config.dataDir);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await api.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'zh-CN' });
    page = await context.newPage();
    complaints = [];
    // What is at the console's own address is its own affair.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.includes('/console/'))
        complaints.push(message.text());
    });
  });
  afterEach(() => context.close());

  const givePassword = async (person: string, password = passwordOf(secret, person)): Promise<void> => {
    await page.getByLabel('账号').selectOption(person);
    await page.getByLabel('口令').fill(password);
    await page.getByRole('button', { name: '下一步' }).click();
  };
  const giveCode = async (code: string): Promise<void> => {
    await page.getByLabel('动态验证码').fill(code);
    await page.getByRole('button', { name: '登录' }).click();
  };
  const returned = async (client: Client): Promise<string> => {
    await page.waitForURL(`${client.redirect}?*`);
    const code = new URL(page.url()).searchParams.get('code') ?? '';
    return (await client.redeem(code)).access_token;
  };
  const statusWith = async (path: string, token: string): Promise<number> =>
    (await api.call(path, { headers: { authorization: `Bearer ${token}` } })).status;

  it('leads by password and code back to the console, with a code for a token that the interface takes', async () => {
    const client = new Client(api.server.url);
    await page.goto(client.authorizationUrl());
    expect(await page.title()).toBe('登录 · 留痕');
    await givePassword('zhang-ming');
    await giveCode(codesOf(secret, 'zhang-ming').generate());
    const token = await returned(client);
    expect(await statusWith('/api/v1/worklist', token)).toBe(200);
    expect(complaints).toEqual([]);
  });

  it('lets the same person sign in anew where it must be fresh', async () => {
    const client = new Client(api.server.url);
    await page.goto(client.authorizationUrl());
    await givePassword('chen-lei');
    await giveCode(codesOf(secret, 'chen-lei').generate());
    await returned(client);
    await page.goto(client.authorizationUrl({ prompt: 'login', max_age: '600', acr_values: ACR }));
    expect(await page.title()).toBe('再次验证身份 · 留痕');
    expect(await page.getByLabel('账号').locator('option').count()).toBe(1);
    await givePassword('chen-lei');
    // The next step's, which counts already: each is taken once only.
    await giveCode(codesOf(secret, 'chen-lei').generate({ timestamp: Date.now() + 30_000 }));
    expect(await statusWith(MEETINGS, await returned(client))).not.toBe(401);
  });

  it('says what went wrong, and closes after five failures', async () => {
    await page.goto(new Client(api.server.url).authorizationUrl());
    await givePassword('wei-hua', 'wrong');
    expect(await page.getByRole('alert').textContent()).toContain('请重新输入');
    expect(await page.getByLabel('账号').inputValue()).toBe('wei-hua');
    await givePassword('wei-hua');
    for (let i = 0; i < 4; i++) await giveCode('12345');
    expect(await page.getByRole('alert').textContent()).toContain('锁定');
  });

  it.each([
    ['a desktop', 1280, 800],
    ['a telephone', 390, 844],
  ])('fits on %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    await page.goto(new Client(api.server.url).authorizationUrl());
    const scroll = await page.evaluate('document.documentElement.scrollWidth');
    expect(scroll).toBe(width);
    const folder = process.env.LIUHEN_SCREENSHOTS;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/sign-in-${String(width)}.png` });
    await givePassword('zhao-hong');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.evaluate('getComputedStyle(document.querySelector("main")).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    if (folder !== undefined) await page.screenshot({ path: `${folder}/sign-in-code-${String(width)}.png` });
  });
});
