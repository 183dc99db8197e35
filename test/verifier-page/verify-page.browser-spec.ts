import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatNote, writeBundle, type Scheme } from '@liuhen/ledger';
import { CASES, goldenLab, labBundle, SignedLab, TAMPERINGS, type Given } from '@liuhen/ledger/testing';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { EvidenceDirectory, type EvidenceFiles } from './support/evidence-files';
import { openVerifyPage, type VerifyPage } from './support/verify-page';

const directory = new EvidenceDirectory();
let browser: Browser;
let opened: VerifyPage;

beforeAll(async () => {
  browser = await openBrowser();
});

afterEach(() => opened.close());

afterAll(async () => {
  await browser.close();
  directory.remove();
});

async function open(now: string, options?: BrowserContextOptions): Promise<VerifyPage> {
  opened = await openVerifyPage(browser, now, options);
  return opened;
}

/** Opens the page and chooses what was given. */
async function verify(given: Given): Promise<VerifyPage & EvidenceFiles> {
  const files = await directory.writeEvidence(given);
  const page = await open(given.lab.now);
  await page.choose('证据包', files.bundle);
  await page.choose('策略文件', files.policy);
  return { ...page, ...files };
}

const golden = async (): Promise<Given> => ({ lab: await goldenLab() });
const chinese = async (): Promise<Given> => ({ lab: await goldenLab({ hash: 'sm3' }) });

async function signed(scheme: Scheme): Promise<Given> {
  const made = await SignedLab.of({ scheme });
  return { lab: made.lab, policy: made.policy, bundle: await made.bundle() };
}

/** As it comes off a bad disk. */
async function withByteTurned(): Promise<Given> {
  const lab = await goldenLab();
  const bytes = writeBundle(await labBundle(lab, CASES), lab.hash);
  const at = Math.floor(bytes.length / 2);
  return { lab, bytes: bytes.with(at, (bytes[at] ?? 0) ^ 1) };
}

/** In words that nobody signs. */
async function withPurpose(purpose: string): Promise<Given> {
  const lab = await goldenLab();
  const { manifest, ...rest } = await labBundle(lab, CASES);
  return { lab, bundle: { ...rest, manifest: { ...manifest, purpose } } };
}

describe('verify.html in a browser', () => {
  it.each([
    [0, '核验通过', 'with SHA-256 and Ed25519', golden],
    [0, '核验通过', 'with SM3 and SM2', chinese],
    [0, '核验通过', 'with an event that its person signed', () => signed('ed25519')],
    [0, '核验通过', 'with an event signed with SM2', () => signed('sm2')],
    [1, '经过篡改', 'with a signature over something else', TAMPERINGS['signature-wrong'][0]],
    [1, '经过篡改', 'with other words', TAMPERINGS['payload-altered'][0]],
    [1, '经过篡改', 'with a byte of a proof turned', TAMPERINGS['not-in-tree'][0]],
    [2, '不完整', 'without its last events', TAMPERINGS['events-missing'][0]],
    [3, '依此策略不能核验', 'under a policy of another log', TAMPERINGS['log-unknown'][0]],
    [4, '格式有误', 'with a byte turned', withByteTurned],
    [4, '格式有误', 'that is no bundle', TAMPERINGS.malformed[0]],
  ])(
    'says what verify.mjs says that ends with %i, %s, of a bundle %s',
    async (status, sentence, _, given) => {
      const { page, concludes, byProgram, complaints, asked } = await verify(await given());
      await concludes(`${sentence}核验 14 项`);
      expect({ status, text: await page.locator('#text').textContent() }).toEqual(byProgram());
      expect({ complaints, asked }).toEqual({ complaints: [], asked: [] });
    },
  );

  it('shows the checks in a table, and of each event when it was recorded and what is in it', async () => {
    const { page, concludes } = await verify(await TAMPERINGS['not-in-tree'][0]());
    await concludes('经过篡改');
    expect(await page.getByRole('table').getByRole('row').count()).toBe(1 + 14);
    const failed = page.getByRole('row', { name: '未通过 在日志之中' });
    expect(await failed.textContent()).toContain('（日志第 3 条） not-in-tree');
    const event = page.getByRole('listitem').filter({ hasText: 'case-甲1 第 3 条（日志第 5 条）' });
    expect(await event.textContent()).toContain('收录于 2026-03-01 09:00 之后，不晚于 2026-03-01 09:01');
    const content = event.getByText('第4件事');
    expect(await content.isVisible()).toBe(false);
    await event.getByText('内容').press('Enter');
    expect(await content.isVisible()).toBe(true);
  });

  it('says of a signature with which key it was made, and whether it holds', async () => {
    const { page, concludes } = await verify(await signed('sm2'));
    await concludes('核验通过');
    const event = page.getByRole('listitem').filter({ hasText: 'case-甲1 第 2 条' });
    expect(await event.textContent()).toMatch(/本人签名（SM2，密钥 [\w-]{43}）：成立/);
  });

  it('heeds the checkpoint that the verifier kept', async () => {
    const given = await golden();
    const { page, choose } = await verify(given);
    for (const { note } of given.lab.checkpoints.slice(0, 1))
      await choose('自存的检查点', directory.write('kept', formatNote(note)));
    await page.getByRole('cell', { name: '与自存的检查点相接' }).waitFor();
  });

  it('verifies anew what is chosen anew, and shows nothing of before', async () => {
    const { page, choose, concludes, bundle } = await verify(await golden());
    await concludes('核验通过');
    await choose('策略文件', bundle);
    await concludes('核验未能进行策略文件有误');
    expect(await page.getByRole('table').count()).toBe(0);
    await page.getByRole('button', { name: '重新选择文件' }).click();
    await concludes('请选择证据包和策略文件');
    expect(await page.getByText('未选择').count()).toBe(3);
    await choose('策略文件', bundle);
    await concludes('请选择证据包选齐');
  });

  it('heeds what was chosen last, though it reads what was chosen before only later', async () => {
    const { page, choose, concludes, bundle } = await verify(await golden());
    await concludes('核验通过');
    const last = await page.getByText('SHA-256').allTextContents();
    await page.evaluate(`
      const read = Blob.prototype.arrayBuffer;
      const released = new Promise((resolve) => (release = resolve));
      Blob.prototype.arrayBuffer = async function () {
        if (this.name !== 'slow') return read.call(this);
        await released;
        setTimeout(() => (isRead = true));
        return new ArrayBuffer(8);
      };`);
    await choose('证据包', directory.write('slow', 'slow'));
    await concludes('正在核验');
    await choose('证据包', bundle);
    await concludes('核验通过');
    await page.evaluate('release()');
    await page.waitForFunction('globalThis.isRead');
    await concludes('核验通过');
    expect(await page.getByText('SHA-256').allTextContents()).toEqual(last);
  });

  it('says that a file cannot be read any more', async () => {
    const { choose, concludes, policy, bundle } = await verify(await golden());
    await concludes('核验通过');
    rmSync(bundle);
    await choose('自存的检查点', policy);
    await concludes('核验未能进行不能读取文件 案件.evidence.zip');
  });

  it('says how to open it where it cannot run', async () => {
    const { concludes } = await open('2026-03-01T01:00:00.000Z', { javaScriptEnabled: false });
    await concludes('核验程序没有运行');
  });
});

describe('verify.html keeps to itself', () => {
  const reached = jest.fn();
  const server = createServer((_, response) => {
    reached();
    response.end();
  });

  beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));

  afterAll(() => {
    server.close();
  });

  const markup = (elsewhere: string): string =>
    `<img src="${elsewhere}" onerror="hasRun = true"><script>hasRun = true</script>`;

  it('shows markup in a bundle as the text that it is', async () => {
    const purpose = markup('https://elsewhere.invalid/');
    const { page, complaints, asked } = await verify(await withPurpose(purpose));
    await page.getByText(`用途：${purpose}`).first().waitFor();
    expect(await page.evaluate('typeof hasRun')).toBe('undefined');
    expect({ complaints, asked }).toEqual({ complaints: [], asked: [] });
  });

  it('runs no script but its own, and reaches nobody, even if it were told to', async () => {
    const { page, complaints } = await open('2026-03-01T01:00:00.000Z', { offline: false });
    const elsewhere = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    await page.evaluate(`
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'hasRun = true' }));
      document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(markup(elsewhere))});`);
    const answer = `fetch('${elsewhere}', { mode: 'no-cors' }).then(() => 'answered', () => 'refused')`;
    expect(await page.evaluate(answer)).toBe('refused');
    expect(await page.evaluate('typeof hasRun')).toBe('undefined');
    for (const refused of ['inline script', 'inline event handler', 'the image', 'Connecting'])
      expect(complaints).toContainEqual(expect.stringContaining(refused));
    expect(reached).not.toHaveBeenCalled();
  });
});

describe('verify.html for everybody', () => {
  it('is used by the keyboard alone', async () => {
    const { page, concludes } = await verify(await golden());
    await concludes('核验通过');
    const reached: unknown[] = [];
    await page.getByLabel('证据包').focus();
    for (let tabs = 0; tabs < 5; tabs++) {
      reached.push(await page.evaluate('document.activeElement.id'));
      await page.keyboard.press('Tab');
    }
    expect(reached).toEqual(['bundle', 'policy', 'trusted-checkpoint', 'print', 'again']);
    await page.evaluate('print = () => { hasPrinted = true }');
    await page.getByRole('button', { name: '打印报告' }).press('Enter');
    expect(await page.evaluate('hasPrinted')).toBe(true);
    await page.getByRole('button', { name: '重新选择文件' }).press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('bundle');
  });

  it('fits windows down to 320 pixels', async () => {
    const { page, concludes } = await verify(await TAMPERINGS['not-in-tree'][0]());
    await concludes('经过篡改');
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  it('prints which files were verified, the conclusion and the findings, without what is to be clicked', async () => {
    const { page, concludes } = await verify(await golden());
    await concludes('核验通过');
    await page.emulateMedia({ media: 'print' });
    for (const shown of [
      '案件.evidence.zip',
      /^SHA-256 [0-9a-f]{64}$/,
      '核验通过',
      '在日志之中',
      '收录时间不晚于',
    ])
      expect(await page.getByText(shown).first().isVisible()).toBe(true);
    for (const hidden of [
      '选择文件',
      '打印报告',
      '重新选择文件',
      '文字报告（与 verify.mjs 的输出相同）',
      '内容',
    ])
      expect(await page.getByText(hidden, { exact: true }).first().isVisible()).toBe(false);
  });
});
