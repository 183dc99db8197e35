import { readerLines, type ListedReading } from './reader-list';

const reading = (changes: Partial<ListedReading> = {}): ListedReading => ({
  recordedAt: '2026-03-01T01:00:00.000Z',
  ...{ courtName: '南明区人民法院', postTitle: '院长', personName: '陈磊' },
  ...{ kindName: '查看', dataName: '办案经过', purpose: '履职查阅', results: 3, withheld: [], code: null },
  ...changes,
});

it('who read a case is told with when, what, why, and what came of it', () => {
  const file = reading({ kindName: '导出', dataName: '证据包', results: null, withheld: ['案由', '姓名'] });
  const denied = reading({ results: null, code: 'case-not-found' });
  expect(readerLines([reading(), file, denied])).toEqual([
    '2026-03-01 09:00  南明区人民法院院长陈磊  查看办案经过  履职查阅  3 项',
    '2026-03-01 09:00  南明区人民法院院长陈磊  导出证据包  履职查阅  未提供：案由、姓名',
    '2026-03-01 09:00  南明区人民法院院长陈磊  查看办案经过  履职查阅  被拒（case-not-found）',
    '共 3 次',
  ]);
});
