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

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\u200b=1',
    '\0=1',
    '|a',
    '%a',
  ])('never holds what would be taken for a formula: %j', (text) => {
    expect(csvOf(rowsOf([text])).split('\r\n')[1]).toMatch(/^"?'/);
  });

  it.each(['黔高法督〔2026〕1号', '2026-03-02', 'a=b', '（2026）黔01民终1号'])(
    'leaves %j as it is',
    (text) => {
      expect(csvOf(rowsOf([text])).split('\r\n')[1]).toBe(text);
    },
  );
});

describe('a title of a column', () => {
  it('is no formula either', () => {
    const made: Sheet = { name: '甲', columns: [{ title: '=1', kind: 'text' }], rows: [] };
    expect(csvOf(made)).toBe("\ufeff'=1\r\n");
  });
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

  /** The element of a list in the styles to which a cell points. */
  const styleOf = async (cell: string): Promise<string> => {
    const cells = await xmlOf('xl/worksheets/sheet1.xml', sheet);
    const styles = await xmlOf('xl/styles.xml', sheet);
    const index = Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(cells)?.[1]);
    const [format = ''] =
      styles
        .slice(styles.indexOf('<cellXfs'))
        .match(/<xf .*?<\/xf>/g)
        ?.slice(index) ?? [];
    const [font] = /fontId="(\d+)"/.exec(format)?.slice(1) ?? [];
    const [number] = /numFmtId="(\d+)"/.exec(format)?.slice(1) ?? [];
    if (font) return styles.match(/<font>.*?<\/font>/g)?.[Number(font)] ?? '';
    return new RegExp(`numFmtId="${number ?? ''}" formatCode="(.*?)"`).exec(styles)?.[1] ?? '';
  };

  it('has a bold head, days that show as days, texts that stay texts when edited', async () => {
    expect(await styleOf('A1')).toContain('<b/>');
    expect(await styleOf('A3')).toBe('@');
    expect(await styleOf('B2')).toBe('yyyy-mm-dd');
  });

  it('has columns as wide as asked, and a day in a column of texts as a text', async () => {
    const cells = await xmlOf('xl/worksheets/sheet1.xml', sheet);
    expect(cells).toContain('<col min="1" max="1" width="30" customWidth="1"/>');
    expect(await xmlOf('xl/worksheets/sheet1.xml', rowsOf(['2026-03-02']))).toMatch(/r="A2" s="\d+" t="s"/);
  });

  it('leaves a cell out that holds nothing', async () => {
    expect(await xmlOf('xl/worksheets/sheet1.xml', sheet)).not.toMatch(/r="B[34]"/);
  });

  it('keeps a text that reads like an escaped character', async () => {
    expect(await xmlOf('xl/sharedStrings.xml', rowsOf(['_x000D_甲']))).toContain('_x005F_x000D_甲');
  });

  it('holds no character that XML has not', async () => {
    const made = rowsOf(['前\u0000后', '甲\uffff乙', '半\ud800对']);
    const texts = await xmlOf('xl/sharedStrings.xml', made);
    expect(texts).toContain('前后');
    expect(texts).toContain('甲乙');
    expect(Buffer.from(texts).toString()).toBe(texts);
  });

  it('cuts a text that no cell can hold, so that the rest can still be read', async () => {
    const texts = await xmlOf('xl/sharedStrings.xml', rowsOf(['长'.repeat(40_000)]));
    expect(texts).toContain(`<t>${'长'.repeat(32_766)}…</t>`);
  });
});
