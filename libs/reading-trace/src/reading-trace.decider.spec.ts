import { specify } from '@liuhen/kernel/testing';
import { someAct } from '@liuhen/kernel/testing';
import type { ReadingKind } from '@liuhen/kernel';
import { readingTraceDecider, type ReadingTraceCommand } from './reading-trace.decider';
import type { RecordsRead } from './reading-trace.events';

const at = (time: string) => someAct({ at: `2026-03-01T${time}.000Z` });

const given = specify(readingTraceDecider, { repeatMinutes: 10 });

const DATA: RecordsRead['data'] = {
  ...{ kind: 'view', data: 'history', route: 'GET /cases/:caseNumber/history', purpose: '履职查阅' },
  ...{ cases: ['（2026）黔0102民初1号'], matters: [], results: 3, masked: [] },
};
const read = (changes: Partial<RecordsRead['data']> = {}, recordedAt = '2026-03-01T01:00:00.000Z') => ({
  type: 'RecordsRead' as const,
  data: { ...DATA, ...changes },
  header: { recordedAt },
});
const reads = (changes: Partial<RecordsRead['data']> = {}): ReadingTraceCommand => ({
  type: 'RecordReading',
  data: { ...DATA, ...changes },
});

describe('a reading', () => {
  it('is recorded, for nobody to learn of by the feed', () => {
    given()
      .when(reads(), at('01:00:00'))
      .then({ ...read(), header: undefined, secrecy: 'isolated' } as never);
  });

  it('that says the very same within ten minutes is the same reading', () => {
    expect(given(read()).when(reads(), at('01:09:59')).decision).toEqual([]);
    expect(given(read()).when(reads(), at('01:10:00')).decision).toHaveLength(1);
  });

  it.each<[string, Partial<RecordsRead['data']>]>([
    ['of another case', { cases: ['（2026）黔0102民初2号'] }],
    ['with another result', { results: 4 }],
    ['for another purpose', { purpose: '信访核查' }],
    ['of which something else is withheld', { masked: ['姓名'] }],
    ['of something else in the case', { data: 'innerFile' }],
  ])('%s is another one', (_, changes) => {
    expect(given(read()).when(reads(changes), at('01:00:01')).decision).toHaveLength(1);
  });

  it('in another post, or by delegation, is another one', () => {
    for (const actor of [
      { ...someAct().actor, post: 'post-other' },
      { ...someAct().actor, delegation: '1' },
    ])
      expect(given(read()).when(reads(), { ...at('01:00:01'), actor }).decision).toHaveLength(1);
  });

  it.each<ReadingKind>(['export', 'print'])('by way of %s is always another one', (kind) => {
    expect(given(read({ kind })).when(reads({ kind }), at('01:00:01')).decision).toHaveLength(1);
  });
});

describe('what is denied and what is refused', () => {
  const { results: _results, masked: _masked, ...denied } = DATA;
  const data = { ...denied, code: 'case-not-found' };
  const refusal = {
    ...{ code: 'act-not-permitted', route: 'POST /cases', command: 'RegisterCase', stream: 'case-1' },
    ...{ cases: [], matters: [] },
  };

  it('is recorded each time', () => {
    const history = [
      { type: 'ReadingDenied' as const, data },
      { type: 'CommandRefused' as const, data: refusal },
    ];
    expect(given(...history).when({ type: 'RecordDenial', data }, at('01:00:01')).decision).toEqual([
      { type: 'ReadingDenied', data, secrecy: 'isolated' },
    ]);
    expect(given(...history).when({ type: 'RecordRefusal', data: refusal }, at('01:00:01')).decision).toEqual(
      [{ type: 'CommandRefused', data: refusal, secrecy: 'isolated' }],
    );
  });
});
