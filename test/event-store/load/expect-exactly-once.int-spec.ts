import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import type { Position, SealedEvent } from '@liuhen/kernel';
import { LogDatabase, type OpenedStores } from '../open-store';
import { expectExactlyOnce } from './expect-exactly-once';
import { Journal } from './journal';
import { linkAfter } from './self-verifying';

const database = new LogDatabase();
let opened: OpenedStores;
let journal: Journal;
beforeAll(() => database.create());
afterAll(() => database.drop());
beforeEach(async () => {
  opened = await database.open();
  journal = new Journal();
  let after: SealedEvent | undefined;
  for (const word of ['甲', '乙', '丙']) {
    const events = sealedChain(1, { after, data: linkAfter(after, 'case-test', word) });
    [after] = events;
    const result = await opened.store.append(requestFor(events));
    journal.note({ told: 'acknowledged', id: after?.header.id ?? '', ...result });
  }
});
afterEach(() => opened.close());

const verdict = () => expectExactlyOnce(database.urls.appUrl, journal);
const last = (): string => [...journal.acknowledged.keys()].at(-1) ?? '';

describe('the comparison of a log with what was acknowledged', () => {
  it('agrees where all is well', async () => {
    expect(await verdict()).toEqual({ ids: [...journal.acknowledged.keys()], unacknowledged: [] });
  });

  it('names what nobody was told of', async () => {
    const id = last();
    journal.acknowledged.delete(id);
    expect((await verdict()).unacknowledged).toEqual([id]);
  });

  it.each<readonly [string, () => unknown]>([
    ['is not there', () => journal.acknowledged.set('nowhere', 'business:4' as Position)],
    ['is elsewhere', () => journal.acknowledged.set(last(), 'business:2' as Position)],
    ['was refused, but is there', () => journal.refused.add(last())],
    ['is missing in the middle', () => database.tamper('delete from events where position = 2')],
    ['is missing at the end', () => database.tamper('delete from events where position = 3')],
    ['has changed', () => database.tamper(`update events set payload = replace(payload, '乙', '丁')`)],
    ['is not what its stream ends with', () => database.tamper('update streams set rev = 1')],
  ])('fails when an event %s', async (_, spoil) => {
    await spoil();
    await expect(verdict()).rejects.toThrow();
  });
});
