import type { DocumentReference } from '@liuhen/kernel';
import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SAMPLES } from '../../libs/platform/src/documents/testing/sample-documents';
import { problemIn, startApi, type RunningApi } from '../api/support/running-api';
import { until } from '../support/until';
import { Exhibits } from './support/exhibits';

const CASE = '（2026）黔0102民初801号';
const OTHER_CASE = '（2026）黔0102民初802号';
const PDF = SAMPLES['application/pdf'] ?? Buffer.of();
const LIMIT = 4 * 1024 * 1024;

/** On the case's panel; beside it in the same court; its president; above it; elsewhere. */
const [PANEL, COLLEAGUE, PRESIDENT, JUDGE_ABOVE, CHIEF_ABOVE, INSPECTOR, ELSEWHERE, KEEPER] = [
  'zhang-ming',
  'jiang-xue',
  'chen-lei',
  'wang-ning',
  'zheng-lan',
  'inspector',
  'lv-dong',
  'ma-chao',
] as const;

let api: RunningApi;
let exhibits: Exhibits;
let keys = 0;

beforeAll(async () => {
  api = await startApi({ worker: false });
  exhibits = await Exhibits.of(api.config);
  for (const caseNumber of [CASE, OTHER_CASE]) {
    const body = {
      caseNumber,
      caseType: 'civil',
      stage: 'firstInstance',
      soleJudge: true,
      handlingJudge: PANEL,
    };
    const answer = await api.call('/api/v1/cases', {
      method: 'POST',
      headers: { ...(await headersOf(PANEL)), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
  }
});
afterAll(async () => {
  await exhibits.close();
  await api.close();
});

const headersOf = async (person: string) => ({
  ...(await api.as(person)),
  'idempotency-key': `key-${String(++keys)}`,
});
const documentsOf = (caseNumber: string) => `/api/v1/cases/${encodeURIComponent(caseNumber)}/documents`;

type Content = NonNullable<RequestInit['body']>;

interface Upload {
  readonly person?: string;
  readonly caseNumber?: string;
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function upload(content: Content, changes: Upload = {}): Promise<Response> {
  const { person = PANEL, caseNumber = CASE, name = '民事判决书（终稿）.pdf', headers = {} } = changes;
  return api.call(`${documentsOf(caseNumber)}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...(await headersOf(person)), 'content-type': 'application/pdf', ...headers },
    body: content,
    ...(content instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
}

async function kept(content: Buffer, changes: Upload = {}): Promise<DocumentReference> {
  const answer = await upload(content, changes);
  expect(answer.status).toBe(201);
  return (await answer.json()) as DocumentReference;
}

const get = async (person: string, sha256: string, caseNumber = CASE): Promise<Response> =>
  api.call(`${documentsOf(caseNumber)}/${sha256}`, { headers: await api.as(person) });

const filesOf = (): readonly string[] => {
  const directory = api.config.documentsDir;
  const all = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return all.map((path) => join(directory, path)).filter((path) => statSync(path).isFile());
};
const pdfOf = (text: string): Buffer => Buffer.concat([PDF, Buffer.from(text)]);

describe('a document that is uploaded', () => {
  it('is answered by what events say of it', async () => {
    const reference = await kept(PDF);
    expect(reference).toEqual({
      sha256: hash('sha256', PDF, 'hex'),
      sm3: hash('sm3', PDF, 'hex'),
      length: PDF.length,
      name: '民事判决书（终稿）.pdf',
      mediaType: 'application/pdf',
    });
  });

  it('may come as text with a character set, in chunks, with its digest', async () => {
    const content = Buffer.from('审理查明：'.repeat(100_000));
    const digest = `sha-512=:AAAA:, sha-256=:${createHash('sha256').update(content).digest('base64')}:`;
    const headers = { 'content-type': 'text/plain; charset=UTF-8', 'content-digest': digest };
    const body = Readable.toWeb(Readable.from(content)) as ReadableStream;
    const answer = await upload(body, { name: '庭审笔录.txt', headers });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ length: content.length, mediaType: 'text/plain' });
  });

  it.each<[string, Upload & { readonly content?: Content }, number, string]>([
    ['nothing', { content: '' }, 422, 'document-empty'],
    [
      'a web page',
      { headers: { 'content-type': 'text/html' }, name: 'a.html' },
      415,
      'document-type-not-allowed',
    ],
    ['a form', { content: new FormData() }, 415, 'document-type-not-allowed'],
    [
      'JSON',
      { content: '{}', headers: { 'content-type': 'application/json' } },
      415,
      'document-type-not-allowed',
    ],
    ['a program called PDF', { content: 'MZ' }, 422, 'document-type-differs'],
    ['a PDF called program', { name: '判决书.pdf.exe' }, 422, 'document-name-differs'],
    ['a path for a name', { name: '../判决书.pdf' }, 400, 'invalid-request'],
    ['no name', { name: '' }, 400, 'invalid-request'],
    [
      'a digest of other content',
      { headers: { 'content-digest': `sha-256=:${'A'.repeat(43)}=:` } },
      422,
      'document-differs',
    ],
    ['a digest that is none', { headers: { 'content-digest': 'md5=:AA==:' } }, 400, 'invalid-request'],
    ['more than is allowed', { content: pdfOf('x'.repeat(LIMIT)) }, 413, 'document-too-large'],
    ['a case of another court', { person: ELSEWHERE }, 404, 'case-not-found'],
    ['a case of a court beneath', { person: JUDGE_ABOVE }, 403, 'not-own-court'],
    ['a case that is not there', { caseNumber: '（2026）黔0102民初899号' }, 404, 'case-not-found'],
    ['no case', { caseNumber: 'x' }, 422, 'not-a-case-number'],
    ['a keeper of the machines', { person: KEEPER }, 404, 'case-not-found'],
  ])('is refused: %s', async (what, { content = pdfOf(what), ...changes }, status, code) => {
    const before = filesOf();
    const headers = content instanceof FormData ? { 'content-type': 'multipart/form-data; boundary=x' } : {};
    const answer = await upload(content, { ...changes, headers: { ...headers, ...changes.headers } });
    expect(await problemIn(answer)).toMatchObject({ status, code });
    expect(filesOf()).toEqual(before);
  });

  it('says of what type it is', async () => {
    const headers = await headersOf(PANEL);
    const answer = await api.call(`${documentsOf(CASE)}?name=a.pdf`, { method: 'POST', headers });
    expect(await problemIn(answer)).toMatchObject({ status: 415, code: 'document-type-not-allowed' });
  });

  it('needs an identity, of which nothing is read before', async () => {
    const answer = await api.call(`${documentsOf(CASE)}?name=a.pdf`, {
      method: 'POST',
      body: pdfOf('x'.repeat(LIMIT)),
    });
    expect(await problemIn(answer)).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('is told to be too long while it is still coming, on the same connection', async () => {
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(PDF),
      pull: (controller) => controller.enqueue(Buffer.alloc(256 * 1024, 'x')),
    });
    const answer = await upload(endless);
    expect(await problemIn(answer)).toMatchObject({ status: 413, detail: '文书不得超过 4 MiB' });
  });

  it('leaves nothing when it breaks off', async () => {
    const before = filesOf();
    const { hostname, port } = new URL(api.server.url);
    const headers = {
      ...(await headersOf(PANEL)),
      'content-type': 'application/pdf',
      'content-length': 1_000_000,
    };
    const path = `${documentsOf(CASE)}?name=a.pdf`;
    const sending = httpRequest({ hostname, port, method: 'POST', path, headers });
    sending.on('error', () => undefined).write(pdfOf('x'.repeat(300_000)));
    await until(() => filesOf().length > before.length);
    sending.destroy();
    await until(() => filesOf().length === before.length);
    expect(filesOf()).toEqual(before);
  });

  it('does not disturb what else goes over JSON, and other routes take no other bodies', async () => {
    const headers = { ...(await headersOf(PANEL)), 'content-type': 'application/pdf' };
    const answer = await api.call('/api/v1/cases', { method: 'POST', headers, body: PDF });
    expect(await problemIn(answer)).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    const nowhere = await api.call('/api/v1/nowhere', { method: 'POST', headers, body: PDF });
    expect(await problemIn(nowhere)).toMatchObject({ status: 404, code: 'unknown-route' });
  });
});

describe('a document that events name', () => {
  const entered = async (text: string, ...secrecies: readonly ('open' | 'inner' | 'isolated')[]) => {
    const reference = await kept(pdfOf(text));
    for (const secrecy of secrecies) await exhibits.enter(CASE, reference, secrecy);
    return reference;
  };
  const statuses = async (people: readonly string[], sha256: string) =>
    Promise.all(people.map(async (person) => (await get(person, sha256)).status));

  it('is given as it came, to be saved and never shown or kept', async () => {
    const { sha256, length } = await entered('公开', 'open');
    const answer = await get(PANEL, sha256);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(length),
      'content-disposition': `attachment; filename="_________.pdf"; filename*=UTF-8''${encodeURIComponent('民事判决书（终稿）.pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdfOf('公开'));
  });

  it('can be asked about without being sent', async () => {
    const { sha256, length } = await entered('询问', 'open');
    const answer = await api.call(`${documentsOf(CASE)}/${sha256}`, {
      method: 'HEAD',
      headers: await api.as(PANEL),
    });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      String(length),
      '',
    ]);
  });

  it('is read by whoever reads the case, if an open event names it', async () => {
    const { sha256 } = await entered('两处', 'inner', 'open', 'inner');
    expect(await statuses([PANEL, COLLEAGUE, PRESIDENT, JUDGE_ABOVE, INSPECTOR], sha256)).toEqual([
      200, 200, 200, 200, 200,
    ]);
    expect(await statuses([ELSEWHERE, KEEPER], sha256)).toEqual([404, 404]);
  });

  it('is read by whoever reads the inner file, if only inner events name it', async () => {
    const { sha256 } = await entered('副卷', 'inner', 'isolated');
    expect(await statuses([PANEL, PRESIDENT, CHIEF_ABOVE, INSPECTOR], sha256)).toEqual([200, 200, 200, 200]);
    expect(await statuses([COLLEAGUE, JUDGE_ABOVE, ELSEWHERE, KEEPER], sha256)).toEqual([404, 404, 404, 404]);
    expect(await problemIn(await get(COLLEAGUE, sha256))).toMatchObject({ code: 'document-not-found' });
  });

  it('is read by nobody, if only isolated events name it, or none', async () => {
    const isolated = await entered('隔离', 'isolated');
    const unnamed = await entered('无');
    expect(await statuses([PANEL, PRESIDENT, INSPECTOR], isolated.sha256)).toEqual([404, 404, 404]);
    expect(await statuses([PANEL, PRESIDENT], unnamed.sha256)).toEqual([404, 404]);
  });

  it('belongs to its case', async () => {
    const { sha256 } = await entered('本案', 'open');
    expect(await problemIn(await get(PANEL, sha256, OTHER_CASE))).toMatchObject({
      code: 'document-not-found',
    });
  });

  it.each(['x', '..%2f..%2fcredentials.json', 'A'.repeat(64), '%00', 'incoming', '"sha256"'])(
    'is not found under %s',
    async (name) => {
      expect((await problemIn(await get(PANEL, name))).status).toBeLessThan(500);
    },
  );

  it('is not called what an event calls it, if that is no document', async () => {
    const reference = await kept(pdfOf('网页'));
    await exhibits.enter(CASE, { ...reference, mediaType: 'text/html', name: 'a.html' }, 'open');
    expect((await get(PANEL, reference.sha256)).headers.get('content-type')).toBe('application/octet-stream');
  });
});

describe('a document that was damaged on the disk', () => {
  const damage = async (content: Buffer): Promise<string> => {
    const reference = await kept(content);
    await exhibits.enter(CASE, reference, 'open');
    const [path = ''] = filesOf().filter((file) => file.endsWith(reference.sha256));
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, bytes.length - 1));
    return reference.sha256;
  };

  it('is a fault if it is short enough to be looked through before', async () => {
    const answer = await get(PANEL, await damage(pdfOf('短')));
    expect(await problemIn(answer)).toMatchObject({ status: 500, code: 'document-damaged' });
    expect(answer.headers.get('content-disposition')).toBeNull();
  });

  it('breaks off before its end if it is long', async () => {
    const answer = await get(PANEL, await damage(pdfOf('x'.repeat(3_000_000))));
    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});
