import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { checkSignature, nodeSuite, parseNote, toHex } from '@liuhen/ledger';
import {
  declareStart,
  foundLog,
  parseAddress,
  SignerClient,
  startSigner,
  verifierKeysIn,
} from '@liuhen/signing';
import { ORIGIN, TestLog } from '../../libs/signing/src/testing/test-log';
import { until } from '../support/until';
import { DYING_POINTS } from './support/dying-points';
import { startKeeper } from './support/keeper';
import { temporaryDirectory } from './support/temporary-directory';

const SECRET = 'secret-of-32-characters-or-longer';
const log = new TestLog().grow(20);
const other = new TestLog('other').grow(20);
const directory = temporaryDirectory();
beforeEach(() => foundLog(directory.path, ORIGIN, 'ed25519'));

const serving = (address = `unix:${directory.path}/signer.sock`, secret?: string) =>
  startSigner({
    directory: directory.path,
    address: parseAddress(address),
    secret,
    report: (error) => fail(error),
  });
const fail = (error: unknown): never => {
  throw error;
};
/** Asks until it is not too soon. */
async function sign(client: SignerClient, from: number, to: number, of = log) {
  const growth = await of.growth(from, to);
  let outcome = await client.sign(growth);
  await until(async () => {
    if (outcome.kind === 'too-soon') outcome = await client.sign(growth);
    return outcome.kind !== 'too-soon';
  });
  return outcome;
}

describe.each([
  ['a socket of the machine', () => `unix:${directory.path}/signer.sock`, undefined],
  ['a port', () => '127.0.0.1:0', SECRET],
])('a signer on %s', (_, address, secret) => {
  it('signs growth upon growth, and tells where the log stands', async () => {
    const signer = await serving(address(), secret);
    const client = new SignerClient({ address: signer.url, secret });
    const [key] = verifierKeysIn(directory.path);
    expect(await client.state(ORIGIN)).toMatchObject({ origin: ORIGIN, start: 1, size: 0, restarts: [] });
    for (const [from, to] of [
      [0, 5],
      [5, 20],
    ] as const) {
      const { note } = (await sign(client, from, to)) as { readonly note: string };
      const { text, signatures } = parseNote(note);
      expect(signatures.map((signature) => key && checkSignature(nodeSuite, text, key, signature))).toEqual([
        {},
      ]);
    }
    expect(await client.state(ORIGIN)).toMatchObject({ size: 20, root: toHex(log.checkpoint().root) });
    await signer.close();
    await expect(client.state(ORIGIN)).rejects.toThrow('连接不上签署进程');
  });
});

describe('a signer on a port', () => {
  it('answers nobody who does not hold the secret', async () => {
    await expect(serving('127.0.0.1:0')).rejects.toMatchObject({ code: 'secret-unusable' });
    const signer = await serving('127.0.0.1:0', SECRET);
    for (const secret of [undefined, 'another-secret-of-as-many-characters']) {
      const client = new SignerClient({ address: signer.url, secret });
      await expect(client.state(ORIGIN)).rejects.toThrow('401');
      await expect(client.sign(await log.growth(0, 5))).rejects.toThrow('401');
    }
    await signer.close();
  });

  it.each([
    [
      'another origin',
      'old 0\n\ntest.invalid/reading\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
      404,
    ],
    ['no request', 'old 0\n', 400],
    [
      'a size with a leading zero',
      'old 00\n\ntest.invalid/business\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
      400,
    ],
    ['what is no text', Buffer.from([0xff, 0xfe]), 400],
    ['too much', 'x'.repeat(100_000), 413],
  ])('refuses %s', async (_, body, status) => {
    const signer = await serving('127.0.0.1:0', SECRET);
    const headers = { authorization: `Bearer ${SECRET}` };
    expect((await fetch(`${signer.url}/sign`, { method: 'POST', body, headers })).status).toBe(status);
    expect((await fetch(`${signer.url}/other`, { headers })).status).toBe(404);
    await signer.close();
  });
});

describe('a signer’s directory', () => {
  it('is one process’s at a time', async () => {
    const signer = await startKeeper({ kind: 'signer', directory: directory.path });
    await expect(serving()).rejects.toMatchObject({ code: 'directory-in-use' });
    await signer.process.kill();
    await (await serving()).close();
  });

  it('that has lost a state signs nothing, nor is it founded anew', async () => {
    rmSync(join(directory.path, encodeURIComponent(ORIGIN), 'state'));
    foundLog(directory.path, ORIGIN, 'ed25519');
    await expect(serving()).rejects.toMatchObject({ code: 'state-missing' });
  });
});

it.each(DYING_POINTS)(
  'a signer killed at $step, done: $done, signs the same again and nothing else',
  async (dies) => {
    const task = { kind: 'signer', directory: directory.path } as const;
    const before = await startKeeper(task);
    await sign(new SignerClient({ address: before.url }), 0, 5);
    await before.process.kill();

    const mortal = await startKeeper({ ...task, dies });
    await expect(sign(new SignerClient({ address: mortal.url }), 5, 8)).rejects.toThrow();
    expect(await mortal.process.ended).toBe('SIGKILL');

    const after = await startKeeper(task);
    const client = new SignerClient({ address: after.url });
    const { size } = await client.state(ORIGIN);
    const first = await sign(client, size, 8);
    expect(first).toMatchObject({ kind: 'signed' });
    expect(await sign(client, 8, 8)).toEqual(first);
    expect(await sign(client, 8, 8, other)).toEqual({ kind: 'conflict', size: 8 });
    expect(await sign(client, 8, 12, other)).toEqual({ kind: 'inconsistent' });
    await after.process.kill();
  },
);

describe('a log that was put back to an earlier state', () => {
  it('is not signed before an operator declares a new start', async () => {
    const before = await serving();
    await sign(new SignerClient({ address: before.url }), 0, 10);
    // The log loses two events, and others come in their place.
    const restored = new TestLog().grow(8);
    restored.append('case-9');
    restored.grow(11);
    const client = new SignerClient({ address: before.url });
    expect(await sign(client, 0, 8, restored)).toEqual({ kind: 'conflict', size: 10 });
    expect(await sign(client, 10, 12, restored)).toEqual({ kind: 'inconsistent' });
    await before.close();

    const declaration = { reason: '恢复备份', declaredBy: '运维', declaredAt: '2026-03-01T01:00:00.000Z' };
    declareStart(directory.path, ORIGIN, declaration);
    const after = await serving();
    const again = new SignerClient({ address: after.url });
    expect(await again.state(ORIGIN)).toMatchObject({
      origin: ORIGIN,
      start: 2,
      size: 0,
      restarts: [
        {
          start: 2,
          formerOrigin: ORIGIN,
          formerSize: 10,
          formerRoot: toHex(log.checkpoint(10).root),
          ...declaration,
        },
      ],
    });
    await expect(sign(again, 0, 12, restored)).rejects.toThrow(`只签署：${ORIGIN}/start-2`);
    const { checkpoint, ...growth } = await restored.growth(0, 12);
    const origin = `${ORIGIN}/start-2`;
    const signed = await again.sign({ ...growth, checkpoint: { ...checkpoint, origin } });
    expect(signed).toMatchObject({ kind: 'signed', note: expect.stringContaining(`\n— ${origin} `) });
    expect(verifierKeysIn(directory.path).map(({ name }) => name)).toEqual([ORIGIN, origin]);
    await after.close();
  });

  it('is signed again where it is consistent, if the signer’s own state was put back', async () => {
    const state = join(directory.path, encodeURIComponent(ORIGIN), 'state');
    const signer = await serving();
    const client = new SignerClient({ address: signer.url });
    await sign(client, 0, 5);
    const old = readFileSync(state);
    await sign(client, 5, 10);
    writeFileSync(state, old);
    expect(await sign(client, 10, 12)).toEqual({ kind: 'conflict', size: 5 });
    expect(await sign(client, 5, 12, other)).toEqual({ kind: 'inconsistent' });
    expect(await sign(client, 5, 12)).toMatchObject({ kind: 'signed' });
    await signer.close();
  });
});

describe('the notary’s side', () => {
  const answering = async (answer: (response: ServerResponse) => void) => {
    const server = createServer((_, response) => answer(response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new SignerClient({ address: `http://127.0.0.1:${String(port)}`, timeoutMs: 200 });
    return { server, client };
  };

  it('gives up a signer that does not answer', async () => {
    const { server, client } = await answering(() => undefined);
    await expect(client.state(ORIGIN)).rejects.toThrow('连接不上');
    server.closeAllConnections();
    server.close();
  });

  it.each([
    [200, 'ok'],
    [200, '— other\n'],
    [409, 'five'],
    [409, ''],
  ])('takes %i %j for no answer of a signer', async (status, text) => {
    const { server, client } = await answering((response) => response.writeHead(status).end(text));
    await expect(client.sign(await log.growth(0, 5))).rejects.toThrow('不是签署进程的');
    server.close();
  });
});
