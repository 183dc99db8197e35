import {
  fieldDigests,
  PAYLOAD_REDACTED,
  payloadData,
  payloadHash,
  type Digest,
  type JsonObject,
  type SealedEvent,
} from '@liuhen/kernel';
import { CannotErase, UnfitRedaction, WrongRevision } from '../../errors';
import type { EventStore } from '../../event-store';
import { requestFor, sealedChain } from '../sealed-chain';
import { given, textsOf, type StoreUnderTest } from './store-under-test';

const DATA = { name: '张某', note: '换\n行、“引号”、\\和\u0000', reason: '依申请' };

/** What a store keeps to that takes redactions. */
export function describeErasing(open: () => Promise<StoreUnderTest>): void {
  describe('a redaction', () => {
    let under: StoreUnderTest;
    let store: EventStore;
    let first: SealedEvent;
    let last: SealedEvent;
    beforeEach(async () => {
      under = await open();
      store = under.store;
      const { events } = await given(store, 'case-a', 2, { data: DATA });
      [first, last] = events as [SealedEvent, SealedEvent];
    });
    afterEach(() => under.close());

    const take = (fields: readonly string[], after = last, of = first) =>
      store.append(requestFor(redacting(store, of, fields, after)));
    const payloads = async (from = store): Promise<readonly string[]> =>
      (await from.readStream('case-a')).map(({ payloadText }) => payloadText);

    it('leaves of the fields that it names their digests, and all else as it was', async () => {
      const digests = digestsOf(store, first, ['name', 'note']);
      await take(['name', 'note']);

      const [erased, untouched, redaction] = await store.readStream('case-a');
      expect(payloadData(erased?.payloadText ?? '')).toEqual({ reason: '依申请' });
      expect(erased?.payloadText.split('\n')).toEqual(expect.arrayContaining(Object.values(digests)));
      expect(payloadHash(store.identity.hash, erased?.payloadText ?? '')).toBe(first.header.payloadHash);
      expect([erased?.headerText, erased?.leafHash]).toEqual([first.headerText, first.leafHash]);
      expect(textsOf(untouched ? [untouched] : [])).toEqual(textsOf([last]));
      expect(payloadData(redaction?.payloadText ?? '')).toMatchObject({ digests });
    });

    it('is carried out when it is answered, whoever reads and however', async () => {
      const other = await under.another();
      await take(['name']);
      const paged = (await other.readPage({ limit: 10 })).events.map(({ payloadText }) => payloadText);
      expect(paged).toEqual(await payloads(other));
      expect([paged[0]?.includes('张某'), paged[1]?.includes('张某')]).toEqual([false, true]);
    });

    it('is carried out once, however often it is sent', async () => {
      const request = requestFor(redacting(store, first, ['name'], last));
      await store.append(request);
      const before = await payloads();
      await expect(store.append(request)).resolves.toMatchObject({ replayed: true });
      expect(await payloads()).toEqual(before);
    });

    it('may take away more later, and name again what is gone', async () => {
      const [one] = redacting(store, first, ['name'], last);
      await store.append(requestFor(one ? [one] : []));
      await take(['name', 'note', 'reason'], one);
      expect(payloadData((await payloads())[0] ?? '')).toEqual({});
      expect((await payloads())[0]?.split('\n').toSorted()).toEqual(
        Object.values(digestsOf(store, first, ['name', 'note', 'reason'])).toSorted(),
      );
    });

    it('may be of an event of its own request', async () => {
      const [stored] = sealedChain(1, { ...chained(store, last, 'own'), data: DATA });
      if (!stored) throw new Error('one event');
      const redaction = redacting(store, stored, ['name'], stored);
      await store.append(requestFor([stored, ...redaction]));
      expect(payloadData((await payloads())[2] ?? '')).toEqual({ note: DATA.note, reason: DATA.reason });
    });

    it('takes nothing away where somebody else was first', async () => {
      await expect(take(['name'], first)).rejects.toThrow(WrongRevision);
      expect(await payloads()).toEqual([first.payloadText, last.payloadText]);
    });

    it.each<[string, JsonObject]>([
      ['another event', { event: '019a0000-0000-7000-8000-00000000ffff' }],
      ['another revision', { rev: 1 }],
      ['an event to come', { rev: 7 }],
      ['no fields', { digests: {} }],
      ['nothing', { digests: undefined }],
      ['a field that is not there', { digests: { place: '0'.repeat(64) } }],
      ['other content', { digests: { name: '0'.repeat(64) } }],
      ['a list', { digests: ['0'.repeat(64)] }],
      ['words', { rev: '一', digests: { name: '二' } }],
    ])('is refused if it names %s, and nothing is stored', async (_, change) => {
      const data = { ...redactionOf(store, first, ['name']), ...change };
      const redaction = sealedChain(1, { ...chained(store, last, 'unfit'), header: TYPE, data });
      await expect(store.append(requestFor(redaction))).rejects.toThrow(UnfitRedaction);
      expect(await payloads()).toEqual([first.payloadText, last.payloadText]);
    });

    it('is refused if it is of a redaction', async () => {
      const [one] = redacting(store, first, ['name'], last);
      if (!one) throw new Error('one event');
      await store.append(requestFor([one]));
      await expect(take(['digests'], one, one)).rejects.toThrow(UnfitRedaction);
    });

    it('does not hold up what others append at the same time', async () => {
      const others = Array.from({ length: 20 }, (_, index) => given(store, `case-${String(index)}`, 2));
      await Promise.all([take(['name']), ...others]);
      expect((await store.readPage({ limit: 100 })).events).toHaveLength(43);
    });
  });
}

/** What a store keeps to from which nothing is ever taken away. */
export function describeRefusingToErase(open: () => Promise<StoreUnderTest>): void {
  it('refuses a redaction, and takes nothing away', async () => {
    const { store, close } = await open();
    const { events } = await given(store, 'case-a', 1, { data: DATA });
    const redaction = events.flatMap((event) => redacting(store, event, ['name'], event));
    await expect(store.append(requestFor(redaction))).rejects.toThrow(CannotErase);
    expect(textsOf(await store.readStream('case-a'))).toEqual(textsOf(events));
    await close();
  });
}

const TYPE = { type: PAYLOAD_REDACTED };

const chained = ({ identity }: EventStore, after: SealedEvent | undefined, seed: string) => ({
  ...{ log: identity, stream: 'case-a', after, seed },
});

/** The event that takes fields of another one away. */
const redacting = (
  store: EventStore,
  of: SealedEvent,
  fields: readonly string[],
  after: SealedEvent | undefined,
): readonly SealedEvent[] =>
  sealedChain(1, {
    ...chained(store, after, 'redaction'),
    header: TYPE,
    data: redactionOf(store, of, fields),
  });

const redactionOf = (store: EventStore, of: SealedEvent, fields: readonly string[]) => ({
  event: of.header.id,
  rev: of.header.rev,
  digests: digestsOf(store, of, fields),
});

function digestsOf(
  { identity: { hash } }: EventStore,
  { payloadText }: SealedEvent,
  fields: readonly string[],
): Record<string, Digest> {
  const shown = fieldDigests(hash, payloadText);
  return Object.fromEntries(fields.map((field) => [field, shown.get(field) ?? '']));
}
