import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOfCommand, type JsonObject } from '@liuhen/kernel';
import { isSignedWith, nodeSuite, parseCommandSignature, personKeyOf } from '@liuhen/ledger';
import { CommandFailure } from '../exit-codes';
import { newPersonKey, signRequest, type RequestToSign } from './sign-command';

const directory = mkdtempSync(join(tmpdir(), 'liuhen-sign-'));
const file = (name: string): string => join(directory, name);
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const request = (changes: Partial<RequestToSign> = {}): RequestToSign => ({
  log: 'court.example/business',
  hash: 'sha256',
  stream: 'case-（2026）黔0102民初1号',
  person: 'wei-hua',
  post: '黔0102.division-chief.civil-1',
  idempotencyKey: 'key-1',
  path: `/api/v1/cases/${encodeURIComponent('（2026）黔0102民初1号')}/reviews/1/concurrence`,
  body: undefined,
  ...changes,
});

describe('a key of a person', () => {
  it.each(['ed25519', 'sm2'] as const)(
    'with %s is kept for its owner, and signs what is sent',
    async (scheme) => {
      const key = file(scheme);
      const jwk = JSON.parse(await newPersonKey(key, scheme)) as JsonObject;
      expect(statSync(key).mode & 0o777).toBe(0o600);
      writeFileSync(file('body'), '{ "remark": "同意" }');
      const jws = await signRequest(key, request({ body: file('body') }));
      const { log, stream, person, post, idempotencyKey } = request();
      const hash = hashOfCommand('sha256', {
        method: 'POST',
        path: ['api', 'v1', 'cases', '（2026）黔0102民初1号', 'reviews', '1', 'concurrence'],
        body: { remark: '同意' },
      });
      const command = { log, stream, actor: { person, post }, command: { key: idempotencyKey, hash } };
      expect(isSignedWith(personKeyOf(jwk), parseCommandSignature(jws), command, nodeSuite)).toBe(true);
    },
  );

  it('is never overwritten', async () => {
    await newPersonKey(file('once'), 'ed25519');
    await expect(newPersonKey(file('once'), 'ed25519')).rejects.toThrow(CommandFailure);
  });
});

describe('the guide for terminals', () => {
  it('has an example that is true', async () => {
    // The key of RFC 8037, A.1.
    const key = 'PRIVATE+KEY+liuhen+ed25519+21fe31df+nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n';
    writeFileSync(file('rfc8037'), key, { mode: 0o600 });
    writeFileSync(file('body'), '{"remark":"同意"}');
    const example = request({ person: 'chen-lei', post: '黔0102.president', body: file('body') });
    const guide = readFileSync(join(__dirname, '../../../../docs/guides/signing-commands.md'), 'utf8');
    expect(guide).toContain(`JWS    ${await signRequest(file('rfc8037'), example)}\n`);
    expect(guide).toContain(example.path);
  });
});

describe('a request', () => {
  it.each<[string, Partial<RequestToSign>]>([
    ['不能读取文件', { body: file('nowhere') }],
    ['路径', { path: 'api/v1/cases' }],
    ['路径', { path: '/api/v1/cases?x=1' }],
    ['路径', { path: '/api/%E4' }],
  ])('cannot be signed: %s', async (sentence, changes) => {
    const sign = async () => signRequest(file('ed25519'), request(changes));
    await expect(sign()).rejects.toThrow(CommandFailure);
    await expect(sign()).rejects.toThrow(sentence);
  });

  it('whose body is no text that others could write is not signed', async () => {
    writeFileSync(file('surrogate'), String.raw`{"remark":"\ud800"}`);
    await expect(signRequest(file('ed25519'), request({ body: file('surrogate') }))).rejects.toThrow('规范');
  });
});
