import { LineFault, readHistory } from './source-history';

const proceeding = { caseNo: '（2016）晋08刑终427号', court: '山西省运城市中级人民法院', stage: '二审' };
const line = { id: 'T-1', caseType: '刑事', proceedings: [proceeding] };
const read = (...fields: readonly object[]) =>
  readHistory(JSON.stringify(Object.assign({}, line, ...fields)));
const readWith = (field: object) => read({ proceedings: [{ ...proceeding, ...field }] });

describe('a line of an import', () => {
  it('says null for what the source does not state', () => {
    expect(read()).toEqual({
      id: 'T-1',
      caseType: 'criminal',
      cause: null,
      source: null,
      proceedings: [
        {
          caseNo: '（2016）晋08刑终427号',
          court: '山西省运城市中级人民法院',
          stage: 'secondInstance',
          document: null,
          decidedOn: null,
          filedOn: null,
          disposition: null,
          articles: [],
          ground: null,
        },
      ],
    });
  });

  it('may leave a field out, set it to null or leave it blank, all with one meaning', () => {
    expect(readWith({ disposition: null, document: '  ', decidedOn: '' })).toEqual(read());
  });

  it('may have fields that are not known here', () => {
    expect(read({ title: '指导案例4号', editor: 7 })).toEqual(read());
  });

  it.each([
    ['不是合格的 JSON', '{'],
    ['该行 须为 JSON 对象', '[]'],
    ['该行 须为 JSON 对象', 'null'],
    ['该行 须为 JSON 对象', '"案"'],
  ])('is rejected as %s: %s', (reason, text) => {
    expect(() => readHistory(text)).toThrow(new LineFault(reason));
  });

  it.each([
    ['字段 id：', { id: null }],
    ['字段 id：', { id: '甲 1' }],
    ['字段 id：', { id: '甲·1' }],
    ['字段 id：', { id: 'x'.repeat(65) }],
    ['字段 caseType：须为以下之一：刑事、民事、行政、赔偿、执行', { caseType: '破产' }],
    ['字段 cause：须为文字', { cause: 7 }],
    ['字段 proceedings：至少须有一项', { proceedings: [] }],
    ['字段 proceedings：至少须有一项', { proceedings: null }],
    ['字段 proceedings：须为数组', { proceedings: {} }],
    ['proceedings[0]. 须为 JSON 对象', { proceedings: ['二审'] }],
  ])('is rejected with the field and what it has to be: %s', (reason, field) => {
    expect(() => read(field)).toThrow(reason);
  });

  it.each([
    ['字段 proceedings[0].stage：须为以下之一：一审、二审、', { stage: '四审' }],
    ['字段 proceedings[0].stage：', { stage: null }],
    ['字段 proceedings[0].decidedOn：须为日期', { decidedOn: '2016-02-30' }],
    ['字段 proceedings[0].filedOn：须为日期', { filedOn: '2016年2月3日' }],
    ['字段 proceedings[0].articles：须为文字的数组', { articles: [225] }],
    ['字段 proceedings[0].caseNo：须为文字', { caseNo: 426 }],
  ])('is rejected for a proceeding in the same way: %s', (reason, field) => {
    expect(() => readWith(field)).toThrow(reason);
  });
});
