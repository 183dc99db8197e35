import { leafHash } from '@liuhen/kernel';
import {
  checkSignature,
  decodeEntries,
  fromHex,
  isShown,
  nodeSuite,
  parseCheckpoint,
  parseNote,
  parseTlogProof,
  readBundle,
  rootOf,
  textOf,
  toHex,
  verifyInclusion,
  type Checkpoint,
  type SignedNote,
} from '@liuhen/ledger';
import { problemIn } from '../api/support/running-api';
import { FakeEventStoreDb } from '../eventstoredb/server';
import {
  DOCUMENT,
  ELSEWHERE,
  EVENTS,
  OWN_CASE,
  ReadLedger,
  UNKNOWN,
  type KnownEvent,
} from './support/read-ledger';

const HASH = nodeSuite.hash('sha256');
/** What a receipt has: no header, so no number, no name and no day. */
const RECEIPT = ['event', 'log', 'index', 'leaf', 'treeSize', 'cosigners', 'proof'];
const TELLING = /\p{sc=Han}|zhang-ming|wei-hua|jiang-xue|lv-dong|20\d\d-\d\d-\d\d/u;

/** Whose receipts they may have: docs/threat-model.md, who learns what. */
const READERS: readonly (readonly [who: string, person: string, known: readonly KnownEvent[]])[] = [
  ['the judge who did it', 'zhang-ming', ['own', 'open', 'inner', 'innerOfAnother']],
  ['a leader of the same court', 'chen-lei', ['own', 'open', 'inner', 'innerOfAnother']],
  [
    'a judge who is not on the panel, of what she did herself too',
    'jiang-xue',
    ['own', 'open', 'innerOfAnother'],
  ],
  [
    'a leader who made the isolated record',
    'wei-hua',
    ['own', 'open', 'inner', 'innerOfAnother', 'isolated'],
  ],
  ['a judge of the court above', 'wang-ning', ['own', 'open']],
  ['an inspector two courts above', 'song-yi', ['own', 'open', 'inner', 'innerOfAnother', 'elsewhere']],
  ['a judge of an unrelated court', 'zhu-ling', ['elsewhere']],
  ['the information office', 'ma-chao', []],
  ['the cosigner', 'ledger-cosigner', []],
];
const WITHOUT_LEDGER = READERS.map(([who, person]) => [who, person] as const).filter(
  ([, person]) => person !== 'ledger-cosigner',
);

let server: FakeEventStoreDb;
beforeAll(async () => {
  server = await FakeEventStoreDb.start();
});
afterAll(() => server.stop());

describe.each(['postgres', 'eventstoredb'] as const)('who learns what from a ledger on %s', (eventStore) => {
  let reading: ReadLedger;
  beforeAll(async () => {
    const eventStoreDbUrl = eventStore === 'eventstoredb' ? server.url : undefined;
    reading = await ReadLedger.start({ eventStore, eventStoreDbUrl });
  });
  afterAll(() => reading.close());

  async function bytes(path: string): Promise<Uint8Array> {
    const answer = await reading.file('ledger-cosigner', path);
    expect([path, answer.status]).toEqual([path, 200]);
    return new Uint8Array(await answer.arrayBuffer());
  }

  function checkpointIn({ text, signatures }: SignedNote): Checkpoint {
    const [signature] = signatures;
    expect(signature && checkSignature(nodeSuite, text, reading.ledger.key, signature)).toEqual({});
    return parseCheckpoint(text);
  }
  const checkpoint = async (): Promise<Checkpoint> =>
    checkpointIn(parseNote(textOf(await bytes('business/checkpoint'))));

  describe('a receipt', () => {
    it.each(READERS)('tells %s just that it is there', async (_, person, known) => {
      const statuses: Record<string, number> = {};
      for (const name of EVENTS) {
        const answer = await reading.receipt(person, reading.idOf(name));
        statuses[name] = answer.status;
        if (answer.status !== 200) continue;
        const text = await answer.text();
        expect(text).not.toMatch(TELLING);
        expect(Object.keys(JSON.parse(text) as object)).toEqual(RECEIPT);
      }
      const expected = EVENTS.map((name) => [name, known.includes(name) ? 200 : 404]);
      expect(statuses).toEqual(Object.fromEntries(expected));
    });

    it.each(READERS)(
      'does not tell %s what may not be read from what is not there',
      async (_, person, known) => {
        const hidden = EVENTS.filter((name) => !known.includes(name));
        const ids = hidden.map((name) => reading.idOf(name));
        for (const id of [...ids, UNKNOWN, UNKNOWN.toUpperCase(), 'x', '1', '9'.repeat(99)]) {
          const { instance, ...problem } = await problemIn(await reading.receipt(person, id));
          expect(instance).toMatch(/^urn:liuhen:request:/);
          expect(problem).toEqual({
            type: 'urn:liuhen:problem:event-not-found',
            code: 'event-not-found',
            status: 404,
            title: expect.any(String) as unknown,
            detail: '没有这个事件，或者您无权查阅',
            field: 'eventId',
          });
        }
      },
    );

    it('proves that the event is in the tree that the key of the policy signed', async () => {
      const events = new Map((await reading.eventsOf(OWN_CASE)).map((event) => [event.header.id, event]));
      for (const id of (['own', 'open', 'inner'] as const).map((name) => reading.idOf(name))) {
        const answer = await reading.receipt('zhang-ming', id);
        const shown = (await answer.json()) as { readonly proof: string };
        const { index, proof, checkpoint: note } = parseTlogProof(shown.proof);
        const { origin, size, root } = checkpointIn(note);
        const { headerText = '', leafHash: leaf } = events.get(id) ?? {};
        expect(origin).toBe(reading.ledger.store.identity.origin);
        expect(shown).toMatchObject({
          event: id,
          log: 'business',
          index,
          leaf,
          treeSize: size,
          cosigners: [],
        });
        const inclusion = { index, size, leaf: fromHex(leafHash('sha256', headerText)), proof, root };
        expect(verifyInclusion(HASH, inclusion)).toBe(true);
        expect(verifyInclusion(HASH, { ...inclusion, index: index + 1 })).toBe(false);
      }
    });

    it('is still to come, to whoever may have it, until a checkpoint covers the event', async () => {
      await reading.ledger.stopSigner();
      const event = await reading.registerAnother();
      await reading.ledger.untilIntegrated();
      for (const person of ['zhang-ming', 'chen-lei', 'jiang-xue', 'song-yi']) {
        const answer = await reading.receipt(person, event);
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([202, '1']);
        expect(await answer.json()).toEqual({ event, detail: '已收录，检查点尚未签署' });
      }
      for (const person of ['zhu-ling', 'ma-chao', 'ledger-cosigner'])
        expect((await problemIn(await reading.receipt(person, event))).code).toBe('event-not-found');
      expect((await reading.receipt('zhang-ming', reading.idOf('own'))).status).toBe(200);
      await reading.ledger.startSigner();
      await reading.ledger.untilSigned();
      expect((await reading.receipt('jiang-xue', event)).status).toBe(200);
    });

    it('tells nobody whether there is such an event while the tree is behind its log', async () => {
      await reading.ledger.stopNotaries();
      const event = await reading.registerAnother();
      for (const id of [event, UNKNOWN])
        for (const person of ['zhang-ming', 'zhu-ling', 'ma-chao', 'ledger-cosigner']) {
          const answer = await reading.receipt(person, id);
          expect([answer.status, answer.headers.get('retry-after')]).toEqual([202, '1']);
          expect(await answer.json()).toEqual({ event: id, detail: '已收录，检查点尚未签署' });
        }
      await reading.ledger.startNotaries();
      await reading.ledger.untilSigned();
      expect((await reading.receipt('zhang-ming', event)).status).toBe(200);
      expect((await problemIn(await reading.receipt('zhu-ling', event))).code).toBe('event-not-found');
    });

    it('wants to know who asks', async () => {
      const answer = await reading.ledger.api.call(`/api/v1/ledger/receipts/${reading.idOf('own')}`);
      expect(answer.status).toBe(401);
    });
  });

  describe('a log', () => {
    it.each(WITHOUT_LEDGER)('tells %s nothing, not even which there are', async (_, person) => {
      const { size } = await checkpoint();
      const answers = [];
      const paths = [
        'checkpoint',
        'tile/0/000',
        `tile/0/000.p/${String(size)}`,
        'tile/entries/000',
        'heads/1',
        'x',
      ];
      for (const path of paths.flatMap((below) => [`business/${below}`, `unknown/${below}`])) {
        const { instance, ...problem } = await problemIn(await reading.file(person, path));
        expect(instance).toMatch(/^urn:liuhen:request:/);
        answers.push(problem);
      }
      expect(answers[0]).toMatchObject({ status: 403, code: 'not-a-cosigner' });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    });

    it('tells the cosigner every header, and no payload', async () => {
      const { size, root } = await checkpoint();
      const tile = await bytes(`business/tile/0/000.p/${String(size)}`);
      const leaves = Array.from({ length: size }, (_, leaf) => tile.subarray(leaf * 32, leaf * 32 + 32));
      expect(toHex(rootOf(HASH, leaves))).toBe(toHex(root));
      const entries = decodeEntries(await bytes(`business/tile/entries/000.p/${String(size)}`), size).map(
        textOf,
      );
      expect(entries.map((entry) => leafHash('sha256', entry))).toEqual(leaves.map(toHex));
      const written = [...(await reading.eventsOf(OWN_CASE)), ...(await reading.eventsOf(ELSEWHERE))];
      expect(entries).toEqual(expect.arrayContaining(written.map(({ headerText }) => headerText)));
      expect(written.filter(({ payloadText }) => payloadText.includes(DOCUMENT.name))).toHaveLength(4);
      for (const value of [DOCUMENT.name, DOCUMENT.sha256, 'handlingJudge'])
        expect(entries.join('\n')).not.toContain(value);
    });

    it('tells the cosigner of the heads what can be computed from the headers, and no name', async () => {
      const { size } = await checkpoint();
      const found = [];
      for (let leaf = 0; leaf < size; leaf++) {
        const answer = await reading.file('ledger-cosigner', `business/heads/${String(leaf)}`);
        if (answer.status === 200) found.push(await answer.text());
        else expect((await problemIn(answer)).code).toBe('unknown-route');
      }
      expect(found.length).toBeGreaterThan(0);
      for (const heads of found) {
        expect(heads).toContain('mapRoot');
        expect(heads).not.toMatch(TELLING);
      }
    });

    it('has no other file', async () => {
      const { size } = await checkpoint();
      const [width, wider] = [String(size), String(size + 1)];
      const below = ['', 'x', 'checkpoint/', 'tile', 'tile/0/000', 'tile/0/000.p/0', `tile/0/000.p/${wider}`];
      const tiles = [
        'tile/1/000',
        'tile/1/000.p/1',
        'tile/64/000.p/1',
        `tile/0/0.p/${width}`,
        'tile/0/001.p/1',
      ];
      const entries = ['tile/entries/000', `tile/entries/000.p/${wider}`, 'tile/entries/000.p/256'];
      const heads = ['heads/', 'heads/00', 'heads/-1', 'heads/x', `heads/${width}`, 'heads/9999999999999999'];
      const paths = [...below, ...tiles, ...entries, ...heads].map((path) => `business/${path}`);
      for (const path of [...paths, 'unknown/checkpoint', 'ledger/checkpoint', 'business%27/checkpoint'])
        expect([path, await problemIn(await reading.file('ledger-cosigner', path))]).toMatchObject([
          path,
          { status: 404, code: 'unknown-route' },
        ]);
    });
  });

  describe('evidence', () => {
    const evidence = (person: string, caseNumber: string): Promise<Response> =>
      reading.get(
        person,
        `cases/${encodeURIComponent(caseNumber)}/evidence?purpose=${encodeURIComponent('核查')}`,
      );

    it('tells its holder of the inner file the hashes, and of other cases nothing', async () => {
      const answer = await evidence('wang-ning', OWN_CASE);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
      const content = new Uint8Array(await answer.arrayBuffer());
      const [stored, { events }] = [await reading.eventsOf(OWN_CASE), readBundle(content, nodeSuite)];
      const shown = events.filter(isShown).map(({ header }) => header);
      expect(shown).toEqual(stored.slice(0, 2).map(({ headerText }) => headerText));
      const hidden = events.filter((event) => !isShown(event));
      expect(hidden).toEqual(
        stored.slice(2).map(({ header: { stream, rev }, leafHash: leaf }) => ({
          ...{ stream, rev, leaf: fromHex(leaf) },
          ...{ index: expect.any(Number) as unknown, proof: expect.any(Array) as unknown },
        })),
      );
      expect(Buffer.from(content).toString()).toContain(OWN_CASE);
      expect(Buffer.from(content).toString()).not.toMatch(/黔0304|刑初|lv-dong|jiang-xue/);
    });

    it('tells others that there is no such case', async () => {
      for (const person of ['zhu-ling', 'ma-chao', 'ledger-cosigner'])
        expect(await problemIn(await evidence(person, OWN_CASE))).toMatchObject({
          status: 404,
          code: 'case-not-found',
        });
    });
  });
});
