import { csvOf } from './csv';
import type { Sheet } from './sheet';
import { partOf } from './testing/workbook';
import { xlsxOf } from './xlsx';

const sheet: Sheet = {
  name: '督导台账',
  columns: [
    { title: '标题', kind: 'text', width: 30 },
    { title: '发出日期', kind: 'date' },
    { title: '退回次数', kind: 'number' },
  ],
  rows: [
    ['关于“积案”的函询, 第1号', '2026-03-02', 2],
    ['=HYPERLINK("http://x","点此")', null, 0],
    ['两行\n文字', '', -1],
  ],
};

const rowsOf = (texts: readonly string[]): Sheet => ({
  name: '甲',
  columns: [{ title: '乙', kind: 'text' }],
  rows: texts.map((text) => [text]),
});

describe('a sheet as comma-separated values', () => {
  it('opens right in office programs: byte order mark, quotes, line ends', () => {
    expect(csvOf(sheet)).toBe(
      '\ufeff标题,发出日期,退回次数\r\n' +
        '"关于“积案”的函询, 第1号",2026-03-02,2\r\n' +
        `"'=HYPERLINK(""http://x"",""点此"")",,0\r\n` +
        '"两行\n文字",,-1\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠a', '\u200b=1'])(
    'never holds what would be taken for a formula: %j',
    (text) => {
      expect(csvOf(rowsOf([text])).split('\r\n')[1]).toMatch(/^"?'/);
    },
  );

  it.each(['黔高法督〔2026〕1号', '2026-03-02', 'a=b', '（2026）黔01民终1号'])(
    'leaves %j as it is',
    (text) => {
      expect(csvOf(rowsOf([text])).split('\r\n')[1]).toBe(text);
    },
  );
});

describe('a sheet as a workbook', () => {
  const xmlOf = async (name: string, made: Sheet): Promise<string> => partOf(await xlsxOf(made), name);

  it('has texts as texts, days as days, numbers as numbers, and a head that stays', async () => {
    const cells = await xmlOf('xl/worksheets/sheet1.xml', sheet);
    expect(cells).not.toContain('<f>');
    expect(cells).toMatch(/<v>2<\/v>/);
    // 2026-03-02 in days since the turn of 1899 to 1900, as workbooks count.
    expect(cells).toMatch(/<v>46083<\/v>/);
    expect(cells).toContain('ySplit="1"');
    expect(await xmlOf('xl/workbook.xml', sheet)).toContain('督导台账');
    expect(await xmlOf('xl/sharedStrings.xml', sheet)).toContain('=HYPERLINK(');
  });

  it('holds no character that XML has not', async () => {
    const made = rowsOf(['前\u0000后', '甲\uffff乙', '半\ud800对']);
    const texts = await xmlOf('xl/sharedStrings.xml', made);
    expect(texts).toContain('前后');
    expect(texts).toContain('甲乙');
    expect(Buffer.from(texts).toString()).toBe(texts);
  });
});
