import {
  FixedClock,
  MemoryEventStore,
  requestFor,
  sealedChain,
  seededEntropy,
  TEST_LOG,
} from '@liuhen/event-store/testing';
import {
  fieldDigests,
  PAYLOAD_REDACTED,
  payloadData,
  payloadHash,
  type JsonObject,
  type SealedEvent,
} from '@liuhen/kernel';
import { acts } from '../acts';
import { restoreRedaction } from './restore.handler';

const DATA = { cause: '离婚纠纷', stage: 'firstInstance', publishedAt: null };
const header = { type: 'CaseRegistered' };
const [registered, decided] = sealedChain(2, { header, data: DATA }) as [SealedEvent, SealedEvent];
const digests = Object.fromEntries(fieldDigests(TEST_LOG.hash, registered.payloadText));

const redacting = (field: string, after: SealedEvent, change: JsonObject = {}): SealedEvent => {
  const named = { event: registered.header.id, rev: 0, digests: { [field]: digests[field] ?? '' } };
  const data = { ...named, fields: [field], reason: '依申请', restores: null, ...change };
  const [event] = sealedChain(1, { after, header: { type: PAYLOAD_REDACTED }, data, seed: field });
  return event ?? registered;
};
const lost = redacting('cause', decided);

describe('a redaction that is known outside the log', () => {
  let store: MemoryEventStore;

  /** The log as a backup left it. */
  async function restored(...events: readonly SealedEvent[]): Promise<void> {
    store = new MemoryEventStore(TEST_LOG);
    if (events.length > 0) await store.append(requestFor(events));
  }
  const restore = (redaction = lost) => {
    const runtime = { store, clock: new FixedClock(), entropy: seededEntropy('restore') };
    return restoreRedaction(runtime, acts, redaction);
  };
  const stream = () => store.readStream(registered.header.stream);
  const data = async (rev: number) => payloadData((await stream())[rev]?.payloadText ?? '');

  it('is kept where the log has it', async () => {
    await restored(registered, decided, lost);
    expect(await restore()).toBe('kept');
    expect(await stream()).toHaveLength(3);
  });

  it('comes back as it was where nothing else was lost', async () => {
    await restored(registered, decided);
    expect(await restore()).toBe('restored');
    expect((await stream()).map(({ leafHash }) => leafHash)).toEqual(
      [registered, decided, lost].map(({ leafHash }) => leafHash),
    );
    expect(await data(0)).toEqual({ stage: 'firstInstance', publishedAt: null });
  });

  it('is carried out by the system where more was lost, and says what it restores', async () => {
    await restored(registered);
    expect(await restore()).toBe('restored');
    expect(await data(0)).toEqual({ stage: 'firstInstance', publishedAt: null });
    expect(await data(1)).toMatchObject({
      reason: '依申请',
      digests: { cause: digests.cause },
      restores: { event: lost.header.id, leaf: lost.leafHash, at: lost.header.recordedAt },
    });
    const [, again] = await stream();
    expect(again?.header).toMatchObject({ type: PAYLOAD_REDACTED, actor: { party: 'system' } });
    expect(payloadHash(TEST_LOG.hash, again?.payloadText ?? '')).toBe(again?.header.payloadHash);
  });

  it('is carried out where the log went on otherwise since', async () => {
    const [other] = sealedChain(1, { after: registered, header, data: DATA, seed: 'other' }) as [SealedEvent];
    await restored(registered, other);
    expect([await restore(), await restore()]).toEqual(['restored', 'kept']);
    expect(await stream()).toHaveLength(3);
  });

  it('is moot where the event was lost of which it took something away, or is another by now', async () => {
    await restored();
    expect(await restore()).toBe('moot');
    const [other] = sealedChain(1, { header, data: DATA, seed: 'other' }) as [SealedEvent];
    await restored(other);
    expect([await restore(), (await stream()).length]).toEqual(['moot', 1]);
  });

  it('takes nothing away that may never go, whatever a file says', async () => {
    await restored(registered, decided);
    expect(await restore(redacting('stage', decided))).toBe('moot');
    expect(await data(0)).toEqual(DATA);
  });
});
