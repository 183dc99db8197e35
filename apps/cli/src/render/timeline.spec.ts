import { timeline } from './timeline';

const event = (caseId: string, line: string) => ({ caseId, matter: null, line });
const inMatter = (matter: string, line: string) => ({ caseId: null, matter, line });
const heading = { matter: '1', title: '关于积案的函询', instrumentName: '函询' };
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

  it('names the matters that go on between the events of a case', () => {
    const events = [event('甲号', '一'), inMatter('1', '二'), event('甲号', '三')];
    expect(timeline({ ...history, matters: [heading], events })).toEqual([
      '甲号 全程记录',
      '',
      '甲号',
      '  一',
      '',
      '【函询】关于积案的函询',
      '  二',
      '',
      '甲号',
      '  三',
      '',
      '共 3 个事件',
    ]);
  });

  it('is of a matter, or of what a court or post had to do with', () => {
    const { caseId: _, ...past } = { ...history, events: [inMatter('1', '一')] };
    expect(timeline({ ...past, matter: heading }).slice(0, 3)).toEqual([
      '【函询】关于积案的函询 全程记录',
      '',
      '【函询】关于积案的函询',
    ]);
    expect(timeline({ ...past, name: '南明区人民法院', matters: [heading] })[0]).toBe(
      '南明区人民法院督导事项 全程记录',
    );
  });

  it('says by which moments it was cut, and how many events could not be placed', () => {
    const [title, ...lines] = timeline({ ...history, asOf: '2026-01-02', until: '2016-12-31', notPlaced: 3 });
    expect(title).toBe('甲号 全程记录（截至 2026-01-02 所知，截至 2016-12-31 所发生）');
    expect(lines.at(-1)).toBe('共 0 个事件；另有 3 个时间不明、无法判断当时是否已发生，未列出');
  });
});
