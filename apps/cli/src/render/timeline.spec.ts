import { timeline } from './timeline';

const event = (caseId: string, line: string) => ({ caseId, line });
const history = { caseId: '甲号', asOf: null, until: null, events: [], notPlaced: 0 };

describe('a history to read', () => {
  it('names a case wherever it goes on, and keeps the order of happening', () => {
    const events = [event('甲号', '一'), event('甲号', '二'), event('乙号', '三'), event('甲号', '四')];
    expect(timeline({ ...history, events })).toEqual([
      '甲号 全程记录',
      '',
      '甲号',
      '  一',
      '  二',
      '',
      '乙号',
      '  三',
      '',
      '甲号',
      '  四',
      '',
      '共 4 个事件',
    ]);
  });

  it('says by which moments it was cut, and how many events could not be placed', () => {
    const [title, ...lines] = timeline({ ...history, asOf: '2026-01-02', until: '2016-12-31', notPlaced: 3 });
    expect(title).toBe('甲号 全程记录（截至 2026-01-02 所知，截至 2016-12-31 所发生）');
    expect(lines.at(-1)).toBe('共 0 个事件；另有 3 个时间不明、无法判断当时是否已发生，未列出');
  });
});
