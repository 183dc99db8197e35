import type { Page, PageRequest } from '@liuhen/event-store';
import { MemoryEventStore, requestFor, sealedChain, TEST_LOG } from '@liuhen/event-store/testing';
import type { Position } from '@liuhen/kernel';
import { ReadAhead } from './read-ahead';

const at = (number: number): Position => `business:${String(number)}` as Position;

describe('reading ahead', () => {
  let store: MemoryEventStore;
  /** After which positions the store was asked. */
  let asked: (Position | undefined)[];
  /** The store fails once when asked for what comes after. */
  let unlucky: Position | undefined;
  let log: ReadAhead;

  beforeEach(async () => {
    store = new MemoryEventStore(TEST_LOG);
    await store.append(requestFor(sealedChain(6)));
    asked = [];
    unlucky = undefined;
    log = new ReadAhead({ readPage }, ['SomethingHappened'], 2);
  });

  async function readPage(request: PageRequest): Promise<Page> {
    asked.push(request.after);
    if (unlucky === undefined || request.after !== unlucky) return store.readPage(request);
    unlucky = undefined;
    throw new Error('cut');
  }

  const revisions = ({ events }: Page) => events.map(({ header }) => header.rev);

  it('asks for the next page before it is wanted, and once', async () => {
    expect(revisions(await log.read(undefined))).toEqual([0, 1]);
    expect(asked).toEqual([undefined, at(2)]);
    expect(revisions(await log.read(at(2)))).toEqual([2, 3]);
    expect(asked).toEqual([undefined, at(2), at(4)]);
  });

  it('takes nothing read before for the end of the log', async () => {
    await log.read(at(2));
    await store.append(requestFor(sealedChain(1, { stream: 'case-new' })));
    const page = await log.read(at(4));
    expect(page).toMatchObject({ scannedTo: at(6), atHead: false });
    expect(await log.read(at(6))).toMatchObject({ scannedTo: at(7), atHead: true });
  });

  it('does not go on from the end', async () => {
    await log.read(at(4));
    expect(asked).toEqual([at(4)]);
  });

  it('drops what was read when it is asked for something else', async () => {
    await log.read(undefined);
    expect(revisions(await log.read(undefined))).toEqual([0, 1]);
    expect(revisions(await log.read(at(3)))).toEqual([3, 4]);
  });

  it('tells of a failure when the page is wanted, and reads it again after', async () => {
    unlucky = at(2);
    await log.read(undefined);
    await expect(log.read(at(2))).rejects.toThrow('cut');
    expect(revisions(await log.read(at(2)))).toEqual([2, 3]);
  });
});
