import type { Message, Recorded } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { caseEvents, caseStream, type CaseEvent } from '../case/case.events';
import { ancestorsOf } from './ancestors';

/** Streams by case, each case with the cases that it came from. */
const readerOf = (origins: Readonly<Record<string, readonly string[]>>) => {
  const asked: string[] = [];
  const read = <Event extends Message>(stream: string) => {
    asked.push(stream);
    const links = origins[stream.slice('case-'.length)] ?? [];
    const events = links.map((origin) => ({
      type: 'CaseLinked',
      data: { origin, kind: 'appeal' },
      header: someHeader({ stream }),
    }));
    return Promise.resolve(events as unknown as readonly Recorded<Event>[]);
  };
  return { read, asked };
};

describe('ancestors of a case', () => {
  it('are found along the links, nearest first', async () => {
    const { read } = readerOf({ c: ['b'], b: ['a'], a: [] });
    const found = await ancestorsOf<CaseEvent>(['c'], read, caseEvents);
    expect(found.map(({ caseId }) => caseId)).toEqual(['c', 'b', 'a']);
  });

  it('are read once each, also where links meet or run in a circle', async () => {
    const { read, asked } = readerOf({ d: ['b', 'c'], b: ['a'], c: ['a'], a: ['d'] });
    const found = await ancestorsOf<CaseEvent>(['d'], read, caseEvents);
    expect(found.map(({ caseId }) => caseId)).toEqual(['d', 'b', 'c', 'a']);
    expect(asked).toEqual(['d', 'b', 'c', 'a'].map(caseStream));
  });

  it('name a case that is not here, without events', async () => {
    const { read } = readerOf({ b: ['a'] });
    expect(await ancestorsOf<CaseEvent>(['b'], read, caseEvents)).toContainEqual({ caseId: 'a', events: [] });
  });
});
